package lastwords.kernelc.tree;

import lastwords.kernelc.type.Type;

/**
 * The initial value of a word of a variable.
 *
 * @param word counted from the variable's first
 * @param type of the word; if it is a text, so is the value
 */
public record InitialWord(int word, Type type, Expr value) {}
