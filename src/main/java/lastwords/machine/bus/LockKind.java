package lastwords.machine.bus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of hardware spinlock. */
public enum LockKind {
  /** Waiters queue: the first to ask is the first to get it (x86 and arm64). */
  QUEUED(true),
  /** The first to find it free gets it. */
  TEST_AND_SET(false);

  private final boolean fair;

  LockKind(boolean fair) {
    this.fair = fair;
  }

  /** Do waiters get it in the order in which they asked? */
  public boolean fair() {
    return fair;
  }

  /** Its name in scenarios: {@code test-and-set}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of all kinds. */
  public static List<String> words() {
    return Arrays.stream(values()).map(LockKind::word).toList();
  }

  /** The kind with this name. */
  public static LockKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Its form in recordings: the first two kinds were once a boolean, and are still written so. */
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
