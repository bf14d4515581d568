/**
 * The types of kernel C: their sizes in C's bytes and in the machine's words, their names, C's
 * integer arithmetic. Uses no other package.
 */
package lastwords.kernelc.type;
