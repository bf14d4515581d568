package lastwords.trace.story;

/**
 * A moment as it is told, alone or for many.
 *
 * @param moment the first of them
 * @param times how many turns of a loop it stands for; 1: none
 * @param untilNanos when the last of them began
 */
public record Told(Moment moment, int times, long untilNanos) {
  static Told once(Moment moment) {
    return new Told(moment, 1, moment.nanos());
  }
}
