package lastwords.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import lastwords.cluster.NodeGuardian.Notices;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.TraceNotice;

/** The trace notices of all nodes that answer. */
final class TraceNotices {
  private static final Duration PATIENCE = Duration.ofSeconds(2); // a stopped node does not answer

  private final List<CompletableFuture<Notices>> asked;

  private TraceNotices(List<CompletableFuture<Notices>> asked) {
    this.asked = asked;
  }

  /** Asks all nodes, without blocking. */
  static TraceNotices ask(Questions questions) {
    return new TraceNotices(
        questions.guardians().stream()
            .map(it -> questions.ask(it, NodeGuardian.Traces::new, PATIENCE))
            .toList());
  }

  /** Waits for the answers. */
  List<TraceNotice> all() {
    List<TraceNotice> all = new ArrayList<>();
    asked.forEach(it -> Questions.reached(it).ifPresent(said -> all.addAll(said.notices())));
    return all;
  }

  /** Adds to machines the notices about their traces. */
  List<MachineInfo> on(List<MachineInfo> machines) {
    List<TraceNotice> known = all();
    return machines.stream().map(it -> it.with(known)).toList();
  }
}
