/**
 * Reads parse trees into checked trees: names, types, initialisers, statements, expressions, and
 * what is wrong with them. Uses {@code grammar}, {@code source}, {@code type} and {@code tree}.
 */
package lastwords.kernelc.analysis;
