package lastwords.outcome;

import java.util.Collection;
import java.util.List;

/** A field of an outcome whose values are fixed words: an enum with one constant per word. */
public interface OutcomeWord {
  /** The word in scenarios, reports and JSON. */
  String word();

  static List<String> words(Collection<? extends OutcomeWord> values) {
    return values.stream().map(OutcomeWord::word).toList();
  }

  /**
   * The constant with this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <E extends OutcomeWord> E of(Collection<E> values, String word) {
    return values.stream()
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a word of an outcome: " + word));
  }
}
