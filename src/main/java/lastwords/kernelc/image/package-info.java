/**
 * The compiled kernel: byte code, functions, variables, locks and source lines. It is what the
 * machine runs.
 */
package lastwords.kernelc.image;
