package lastwords.trace.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what Perfetto reads, and checks what it does not complain about: nesting and times. */
public final class PerfettoReader {
  /** A slice, or an instant if it has no duration. */
  public record Slice(String track, String name, int depth, long begin, long end) {}

  private final Map<Long, String> tracks = new HashMap<>();
  private final Map<Long, Deque<Slice>> open = new HashMap<>();
  private final List<Slice> slices = new ArrayList<>();
  private final Map<Long, List<String>> flows = new TreeMap<>(); // where they begin and end
  private final List<String> counters = new ArrayList<>();
  private long last;

  public PerfettoReader(byte[] bytes) {
    new ProtoReader(bytes).messages(1).forEach(this::packet);
  }

  private void packet(ProtoReader packet) {
    assertThat(packet.number(10)).isEqualTo(1);
    packet.messages(60).forEach(this::track);
    packet.messages(11).forEach(event -> event(packet.number(8), event));
  }

  private void track(ProtoReader track) {
    if (track.has(5)) {
      assertThat(tracks).containsKey(track.number(5));
    }
    assertThat(tracks).doesNotContainKey(track.number(1));
    tracks.put(track.number(1), track.text(2).orElse("process"));
  }

  private void event(long nanos, ProtoReader event) {
    assertThat(nanos).isGreaterThanOrEqualTo(last);
    last = nanos;
    long track = event.number(11);
    assertThat(tracks).containsKey(track);
    String name = tracks.get(track) + ": " + event.text(23).orElse("");
    event.numbers(47).forEach(it -> flows.computeIfAbsent(it, key -> new ArrayList<>()).add(name));
    event.numbers(48).forEach(it -> flows.get(it).add(name));
    Deque<Slice> slicesOfTrack = open.computeIfAbsent(track, it -> new ArrayDeque<>());
    String what = event.text(23).orElse("");
    switch ((int) event.number(9)) {
      case 1 ->
          slicesOfTrack.push(new Slice(tracks.get(track), what, slicesOfTrack.size(), nanos, -1));
      case 2 -> {
        Slice slice = slicesOfTrack.pop();
        slices.add(new Slice(slice.track(), slice.name(), slice.depth(), slice.begin(), nanos));
      }
      case 3 -> slices.add(new Slice(tracks.get(track), what, slicesOfTrack.size(), nanos, nanos));
      default -> counters.add(tracks.get(track) + " " + event.number(30));
    }
  }

  /** Slices that have ended, and instants. */
  public List<Slice> slices() {
    return slices;
  }

  /** Slices that did not end, by track, the outermost first. */
  public Map<String, List<String>> unended() {
    Map<String, List<String>> names = new TreeMap<>();
    open.forEach(
        (track, all) -> {
          List<String> ofTrack = new ArrayList<>();
          all.descendingIterator().forEachRemaining(it -> ofTrack.add(it.name()));
          if (!ofTrack.isEmpty()) {
            names.put(tracks.get(track), ofTrack);
          }
        });
    return names;
  }

  /** The two ends of each flow. */
  public Map<Long, List<String>> flows() {
    return flows;
  }

  public List<String> counters() {
    return counters;
  }
}
