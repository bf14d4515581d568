package lastwords.engine.recording;

/**
 * The first difference between a replay and its recording.
 *
 * @param event number of the event in the recording, from 1
 * @param part the part that it happened to, as {@code cpu-0}
 * @param seq number of the event among that part's, from 0
 * @param nanos emulated time
 * @param recorded what the recording says
 * @param came what the replay did
 */
public record Divergence(
    long event, String part, long seq, long nanos, String recorded, String came) {
  /** In lines: where, what was recorded, what was replayed. */
  @Override
  public String toString() {
    return "event "
        + event
        + ", number "
        + seq
        + " of "
        + part
        + ", at "
        + nanos
        + " ns\n  recorded: "
        + recorded
        + "\n  replayed: "
        + came;
  }
}
