/**
 * Checked kernel C: functions, variables, statements and expressions with their types, every
 * conversion explicit. Uses {@code source} (places) and {@code type}.
 */
package lastwords.kernelc.tree;
