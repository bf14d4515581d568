/** The rules of C for values: constant expressions, conversions, formats, flow of control. */
package lastwords.kernelc.check;
