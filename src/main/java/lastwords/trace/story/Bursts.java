package lastwords.trace.story;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.source.Wording;

/**
 * Shortens bursts of lines, of which the first two and the last suffice; the lines sent to consoles
 * are counted.
 */
final class Bursts {
  private static final int SHOWN_FIRST = 2;
  private static final int WHOLE = 4; // messages of a burst that is short enough to show whole

  private final List<Moment> messages = new ArrayList<>();
  private final List<Moment> lines = new ArrayList<>();
  private final List<Moment> told = new ArrayList<>();

  /** The moments of one CPU, with bursts shortened. */
  static List<Moment> fold(List<Moment> moments) {
    Bursts bursts = new Bursts();
    for (Moment moment : moments) {
      switch (moment.kind()) {
        case MESSAGE -> bursts.messages.add(moment);
        case CONSOLE -> bursts.lines.add(moment);
        default -> {
          bursts.end();
          bursts.told.add(moment);
        }
      }
    }
    bursts.end();
    return bursts.told;
  }

  private void end() {
    List<Moment> burst = new ArrayList<>(shortened(messages));
    burst.addAll(counted());
    burst.sort((a, b) -> Long.compare(a.seq(), b.seq()));
    told.addAll(burst);
    messages.clear();
    lines.clear();
  }

  private static List<Moment> shortened(List<Moment> messages) {
    if (messages.size() <= WHOLE) {
      return List.copyOf(messages);
    }
    List<Moment> some = new ArrayList<>(messages.subList(0, SHOWN_FIRST));
    int left = messages.size() - SHOWN_FIRST - 1;
    some.add(messages.get(SHOWN_FIRST).with("says " + Wording.count(left, "more line")));
    some.add(messages.get(messages.size() - 1));
    return some;
  }

  private List<Moment> counted() {
    if (lines.size() <= 1) {
      return List.copyOf(lines);
    }
    Moment last = lines.get(lines.size() - 1);
    long nanos = last.nanos() - lines.get(0).nanos();
    String text = "has sent " + lines.size() + " lines to " + last.subject();
    String span = nanos == 0 ? "" : " within " + Spans.text(nanos); // empty without a clock
    return List.of(last.with(text + span));
  }
}
