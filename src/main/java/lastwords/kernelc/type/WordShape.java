package lastwords.kernelc.type;

import java.util.ArrayList;
import java.util.List;

/** The names in C of the words of a variable: all that a compiled kernel still needs of a type. */
public sealed interface WordShape {
  /** Number of words of a variable of this shape. */
  int words();

  /**
   * The path of one of its words: {@code "[3].len"}, or nothing if the variable is not composite.
   */
  String path(int word);

  /** The shape of variables of this type. */
  static WordShape of(Type type) {
    if (type.struct().isPresent()) {
      List<Member> members = new ArrayList<>();
      for (StructType.Member member : type.struct().get().members()) {
        members.add(new Member(member.name(), member.word(), of(member.type())));
      }
      return new Members(members);
    }
    if (type.array().isPresent() && !type.isText()) {
      return new Elements(of(type.array().get().element()), type.array().get().length());
    }
    return new Single(type.words());
  }

  /** A number, a pointer, a lock, a text. */
  record Single(int words) implements WordShape {
    @Override
    public String path(int word) {
      return "";
    }
  }

  /** An array. */
  record Elements(WordShape element, int length) implements WordShape {
    @Override
    public int words() {
      return element.words() * length;
    }

    @Override
    public String path(int word) {
      int words = Math.max(1, element.words());
      return "[" + word / words + "]" + element.path(word % words);
    }
  }

  /** A struct. */
  record Members(List<Member> members) implements WordShape {
    public Members {
      members = List.copyOf(members);
    }

    @Override
    public int words() {
      return members.stream().mapToInt(Member::end).max().orElse(0);
    }

    @Override
    public String path(int word) {
      return members.stream()
          .filter(member -> word >= member.word() && word < member.end())
          .findFirst()
          .map(member -> member.path(word))
          .orElse("");
    }
  }

  /**
   * A member of a struct.
   *
   * @param name empty if its own members belong to the struct
   * @param word its first word
   */
  record Member(String name, int word, WordShape shape) {
    private int end() {
      return word + shape.words();
    }

    private String path(int at) {
      return (name.isEmpty() ? "" : "." + name) + shape.path(at - word);
    }
  }
}
