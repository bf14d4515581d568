package lastwords.kernelc.symbol;

import java.util.Set;
import lastwords.kernelc.type.Type;

/**
 * The specifiers before a declarator.
 *
 * @param words static, extern, inline, typedef, noreturn, __weak
 * @param vector of an interrupt handler, or -1
 */
public record Specified(Type type, boolean isConst, Set<String> words, int vector) {
  public boolean has(String word) {
    return words.contains(word);
  }
}
