package lastwords.web.live;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeException;
import lastwords.web.trace.PollPause;

/**
 * A live cluster, and one of its machines in detail, as server-sent events: {@code cluster}, {@code
 * machines}, {@code faults}, {@code parts}, {@code story}, {@code report} and {@code troubles}, the
 * queries that cannot be answered at the moment.
 */
public final class LiveStream {
  private static final int PAUSES = 4; // between two polls: 0.4 s

  private final ClusterNode node;
  private final Optional<String> chosen;
  private final Function<Object, String> json;
  private final Optional<LiveStory> story;
  private final SortedSet<String> troubles = new TreeSet<>();
  private boolean reported;

  /**
   * @param chosen the machine to show in detail, by id or name
   * @param json writes a record or a list in one line
   */
  public LiveStream(ClusterNode node, Optional<String> chosen, Function<Object, String> json) {
    this.node = node;
    this.chosen = chosen;
    this.json = json;
    this.story = chosen.map(id -> new LiveStory(node, id));
  }

  /** A query to the cluster whose answer is sent to the page. */
  private interface Look {
    void run() throws IOException;
  }

  /** Runs until the client has gone. */
  public void run(OutputStream stream) throws IOException {
    BufferedWriter out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    SentEvents events = new SentEvents(out);
    while (true) {
      look(events);
      for (int i = 0; i < PAUSES; i++) {
        PollPause.aMoment();
      }
    }
  }

  private void look(SentEvents events) throws IOException {
    troubles.clear();
    stands(events, "cluster", node::status);
    answered(() -> machines(events));
    if (chosen.isPresent()) {
      String id = chosen.get();
      answered(() -> closely(events, id));
    }
    events.stands("troubles", json.apply(List.copyOf(troubles)));
    events.round();
  }

  private void machines(SentEvents events) throws IOException {
    events.stands("machines", json.apply(node.machines().stream().map(MachineLine::of).toList()));
    events.round(); // the next queries may take long
  }

  private void closely(SentEvents events, String id) throws IOException {
    MachineInfo machine = node.machine(id);
    stands(events, "faults", () -> node.faults(id));
    answered(() -> story(events, machine.nanos()));
    stands(events, "parts", () -> node.parts(id));
    if (machine.state() == MachineInfo.State.ENDED && !reported) {
      answered(() -> report(events, id));
    }
  }

  private void story(SentEvents events, long nowNanos) throws IOException {
    Optional<String> change = story.orElseThrow().change(nowNanos);
    if (change.isPresent()) {
      events.happened("story", change.get());
    }
  }

  private void report(SentEvents events, String id) throws IOException {
    events.stands("report", json.apply(node.report(id)));
    reported = true;
  }

  private void stands(SentEvents events, String name, Supplier<Object> question)
      throws IOException {
    answered(() -> events.stands(name, json.apply(question.get())));
  }

  /** A query that is not answered now may be answered later. */
  private void answered(Look look) throws IOException {
    try {
      look.run();
    } catch (NodeException e) {
      troubles.add(e.getMessage());
    }
  }
}
