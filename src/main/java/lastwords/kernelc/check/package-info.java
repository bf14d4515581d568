/** C's rules for values: constant expressions, conversions, formats, control flow. */
package lastwords.kernelc.check;
