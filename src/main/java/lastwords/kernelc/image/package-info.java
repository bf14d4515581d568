/**
 * The compiled kernel: byte code, functions, variables, locks and source lines. What the machine
 * runs.
 */
package lastwords.kernelc.image;
