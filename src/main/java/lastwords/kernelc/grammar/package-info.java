/** The lexer and parser of kernel C, generated from {@code KernelC.g4}. Uses no other package. */
package lastwords.kernelc.grammar;
