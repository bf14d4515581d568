package lastwords.cluster.machine;

import lastwords.cluster.live.LivePart.OrderKind;

/** Handles the loss of a live machine's parts with their node. */
final class Losses {
  private final LiveRun run;
  private final EndWatch watch;

  Losses(LiveRun run, EndWatch watch) {
    this.run = run;
    this.watch = watch;
  }

  /** Why the parts of a node that has left the cluster are lost. */
  static String why(String node) {
    return node + " is gone: it left, died or was cut off for too long";
  }

  /** Counts the parts on a node as lost; the machine continues without them, if any are left. */
  void lose(String node, String why) {
    run.hosting.forget(node);
    run.hosting.partsOf(node).forEach(part -> lose(part, why));
    run.orders.forgetLost();
    if (run.status.over()) {
      return;
    }
    run.note(why + ", at " + run.clock.nanos() + " ns");
    run.orders.all(OrderKind.LOST, run.hosting.origins().getOrDefault(node, 0));
    if (run.whereabouts.lost().size() == run.machine.wiring().parts()) {
      run.fail("no part is left: " + why);
    } else {
      run.keeping.change();
    }
  }

  private void lose(int part, String why) {
    run.whereabouts.lose(part, why);
    if (part < run.machine.cpus()) {
      watch.lost(part);
    }
  }
}
