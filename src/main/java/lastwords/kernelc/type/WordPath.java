package lastwords.kernelc.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A word inside a variable, as C writes it.
 *
 * @param path {@code "[3].len"}, or nothing if the variable is one word
 * @param word counted from the variable's first
 * @param type of the word
 */
public record WordPath(String path, int word, Type type) {
  private static String dotted(String name) {
    return name.isEmpty() ? "" : "." + name;
  }

  /** All words of a variable. */
  public static List<WordPath> all(Type type) {
    List<WordPath> all = new ArrayList<>();
    visit(type, "", 0, all::add);
    return all;
  }

  /** The raw spinlocks of a variable. */
  public static List<WordPath> locks(Type type) {
    return type.hasLock()
        ? all(type).stream().filter(path -> path.type().hasLock()).toList()
        : List.of();
  }

  /** The texts of a variable. */
  public static List<WordPath> texts(Type type) {
    return all(type).stream().filter(path -> path.type().isText()).toList();
  }

  private static void visit(Type type, String path, int word, Consumer<WordPath> out) {
    if (type.struct().isPresent()) {
      type.struct()
          .get()
          .members()
          .forEach(
              member ->
                  visit(member.type(), path + dotted(member.name()), word + member.word(), out));
    } else if (type.array().isPresent() && !type.isText()) {
      visitElements(type.array().get(), path, word, out);
    } else {
      out.accept(new WordPath(path, word, type));
    }
  }

  private static void visitElements(
      ArrayType array, String path, int word, Consumer<WordPath> out) {
    for (int i = 0; i < array.length(); i++) {
      visit(array.element(), path + "[" + i + "]", word + i * array.element().words(), out);
    }
  }
}
