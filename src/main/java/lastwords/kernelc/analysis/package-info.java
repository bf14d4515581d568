/** Reads all definitions of a kernel into a program, and reports what is wrong with them. */
package lastwords.kernelc.analysis;
