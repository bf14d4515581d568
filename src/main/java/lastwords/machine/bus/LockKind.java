package lastwords.machine.bus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of spinlock that hardware has. */
public enum LockKind {
  /** Waiters stand in line: whoever asks first gets it first (x86 and arm64). */
  QUEUED(true),
  /** Whoever finds it free gets it. */
  TEST_AND_SET(false);

  private final boolean fair;

  LockKind(boolean fair) {
    this.fair = fair;
  }

  /** Do waiters get it in the order in which they have asked? */
  public boolean fair() {
    return fair;
  }

  /** As scenarios write it: {@code test-and-set}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(LockKind::word).toList();
  }

  /** The kind with that word. */
  public static LockKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** As recordings have it: the first two kinds were a truth value, and still are. */
  @JsonValue
  Object recorded() {
    return switch (this) {
      case QUEUED -> true;
      case TEST_AND_SET -> false;
    };
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static LockKind recorded(Object recorded) {
    for (LockKind kind : values()) {
      if (kind.recorded().equals(recorded)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("expected a kind of lock, not " + recorded);
  }
}
