package lastwords.trace.story;

/**
 * A moment that is told, for itself or for several.
 *
 * @param moment the first of them
 * @param times number of iterations of a loop that it stands for; 1: not a loop
 * @param untilNanos when the last of them began
 */
public record Told(Moment moment, int times, long untilNanos) {
  static Told once(Moment moment) {
    return new Told(moment, 1, moment.nanos());
  }
}
