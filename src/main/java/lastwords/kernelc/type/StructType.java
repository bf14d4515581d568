package lastwords.kernelc.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A struct; equality is identity. Its members are added when its definition is read. */
public final class StructType implements Type {
  private final String tag;
  private List<Member> members = List.of();
  private boolean complete;
  private boolean damaged;
  private int words;
  private long size;
  private long alignment = 1;

  public StructType(String tag) {
    this.tag = tag;
  }

  /** A member as it is declared. */
  public record Field(String name, Type type, boolean isConst) {}

  /**
   * A member with its position.
   *
   * @param name empty if its own members belong to the struct
   * @param word its first word
   * @param offset its offset in bytes in real C
   */
  public record Member(String name, Type type, boolean isConst, int word, long offset) {
    private Member within(Member outer) {
      return new Member(
          name, type, isConst || outer.isConst, outer.word + word, outer.offset + offset);
    }
  }

  /** Gives the struct its members. */
  public void complete(List<Field> fields) {
    List<Member> placed = new ArrayList<>();
    for (Field field : fields) {
      long offset = aligned(size, field.type().alignment());
      placed.add(new Member(field.name(), field.type(), field.isConst(), words, offset));
      words += field.type().words();
      size = offset + field.type().size();
      alignment = Math.max(alignment, field.type().alignment());
    }
    size = aligned(size, alignment);
    members = List.copyOf(placed);
    complete = true;
  }

  /** Records that some of its members could not be read. */
  public void noteDamaged() {
    damaged = true;
  }

  public boolean isDamaged() {
    return damaged;
  }

  private static long aligned(long offset, long alignment) {
    return (offset + alignment - 1) / alignment * alignment;
  }

  public String tag() {
    return tag;
  }

  public List<Member> members() {
    return members;
  }

  /** The member with this name, including those of unnamed structs inside this one. */
  public Optional<Member> member(String name) {
    return members.stream().flatMap(member -> named(member, name).stream()).findFirst();
  }

  private static Optional<Member> named(Member member, String name) {
    if (member.name().isEmpty()) {
      return member
          .type()
          .struct()
          .flatMap(inner -> inner.member(name))
          .map(found -> found.within(member));
    }
    return member.name().equals(name) ? Optional.of(member) : Optional.empty();
  }

  /** The names of all members. */
  public List<String> memberNames() {
    return members.stream().flatMap(member -> namesIn(member).stream()).toList();
  }

  private static List<String> namesIn(Member member) {
    boolean transparent = member.name().isEmpty();
    return transparent
        ? member.type().struct().map(StructType::memberNames).orElse(List.of())
        : List.of(member.name());
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long alignment() {
    return alignment;
  }

  @Override
  public String declare(String inner) {
    return Type.join("struct " + (tag.isEmpty() ? "{...}" : tag), inner);
  }

  @Override
  public Optional<StructType> struct() {
    return Optional.of(this);
  }

  @Override
  public boolean hasLock() {
    return members.stream().anyMatch(member -> member.type().hasLock());
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  /** Do both have the same members? A source that replaces another may repeat a definition. */
  public boolean looksLike(StructType other) {
    if (members.size() != other.members.size()) {
      return false;
    }
    for (int i = 0; i < members.size(); i++) {
      Member mine = members.get(i);
      Member theirs = other.members.get(i);
      if (!mine.name().equals(theirs.name()) || !mine.type().text().equals(theirs.type().text())) {
        return false;
      }
    }
    return true;
  }
}
