package lastwords.cluster.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.node.PartInfo;
import lastwords.machine.Machine;

/**
 * Requests for the status of all parts of a live machine. Each is answered once the last part has
 * reported, or after a timeout, since a node that has just stopped does not report.
 */
final class Surveys {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private final LiveRun run;
  private final List<Survey> surveys = new ArrayList<>();

  /** Adds a request. */
  private static final class Survey {
    final Do request;
    final long deadline = System.nanoTime() + PATIENCE; // wall
    final SortedMap<Integer, PartInfo> infos = new TreeMap<>();
    final SortedSet<Integer> open = new TreeSet<>();

    Survey(Do request) {
      this.request = request;
    }
  }

  Surveys(LiveRun run) {
    this.run = run;
  }

  void begin(Do request) {
    Survey survey = new Survey(request);
    for (int part = 0; part < run.machine.wiring().parts(); part++) {
      survey.infos.put(part, run.whereabouts.info(part, ""));
    }
    run.orders.there().stream().filter(this::tells).forEach(survey.open::add);
    surveys.add(survey);
    List.copyOf(survey.open).forEach(part -> look(part, survey));
    tell();
  }

  /** Does this part have a status to report, and is it there? */
  private boolean tells(int part) {
    Machine machine = run.machine;
    boolean speaks = part < machine.cpus() || machine.wiring().lockOf(part) >= 0;
    return speaks && !run.status.over() && run.whereabouts.reachable(part);
  }

  private void look(int part, Survey survey) {
    run.orders.order(
        part,
        OrderKind.LOOK,
        report -> {
          survey.infos.put(part, run.whereabouts.info(part, report.text()));
          survey.open.remove(part);
          tell();
        });
  }

  /** Answers the requests that are due. */
  void tell() {
    for (Survey survey : List.copyOf(surveys)) {
      if (survey.open.isEmpty() || System.nanoTime() > survey.deadline) {
        surveys.remove(survey);
        run.orders.forgetLooks(survey.open);
        survey.request.answer(List.copyOf(survey.infos.values()));
      }
    }
  }
}
