package lastwords.kernelc.tree;

import lastwords.kernelc.type.Type;

/**
 * The first value of a word of a variable.
 *
 * @param word counted from the variable's first
 * @param type what is there; for a text, the value is one too
 */
public record InitialWord(int word, Type type, Expr value) {}
