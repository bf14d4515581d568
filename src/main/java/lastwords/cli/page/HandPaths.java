package lastwords.cli.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lastwords.cli.cases.RunCase;
import lastwords.engine.explore.Explorer;
import lastwords.engine.model.Action;
import lastwords.engine.walk.HandWalk;
import lastwords.engine.walk.HandWalk.Place;
import lastwords.engine.walk.Replay;
import lastwords.engine.walk.Schedule;
import lastwords.engine.witness.DecisiveStep;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.engine.witness.WitnessText;
import lastwords.json.Json;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Case;
import lastwords.scenario.Setup;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;

/** Answers the page of a scenario that is explored by hand: where a path leads. */
final class HandPaths {
  private final Case made;
  private final Setup setup;
  private final boolean earlyTimeouts;
  private final String command;
  private final Supplier<Witness> base;
  private final int states;
  private Optional<HandWalk> walk = Optional.empty(); // created on demand

  /**
   * @param earlyTimeouts may timed waits end at any time?
   * @param command the command line that shows the case
   * @param base a witness of the case, whatever its run is
   * @param states limit of each exploration for a decision
   */
  HandPaths(
      Case made,
      Setup setup,
      boolean earlyTimeouts,
      String command,
      Supplier<Witness> base,
      int states) {
    this.made = made;
    this.setup = setup;
    this.earlyTimeouts = earlyTimeouts;
    this.command = command;
    this.base = base;
    this.states = states;
  }

  /**
   * Where a path leads, as JSON.
   *
   * @param query {@code path}; {@code next}: a choice to append, {@code times} times
   * @throws IllegalArgumentException if there is no such path
   */
  synchronized String answer(Map<String, String> query) throws IOException {
    TraceBuffer steps = new TraceBuffer();
    Place place = place(path(query), next(query), times(query), steps);
    RunCase run = RunCase.of(made, 0, again(place));
    RunPage page = RunPages.of(made, run, place.result(), steps, place.machine());
    return Json.of(HandPage.of(page, place, place.over().map(it -> witness(place))));
  }

  /**
   * Which choice of a path decided its outcome, as JSON.
   *
   * @param query {@code path}: one that is over
   * @throws IllegalArgumentException if it is not, or is an endless cycle
   */
  synchronized String decision(Map<String, String> query) {
    List<Action> path = path(query);
    Place end = place(path, Optional.empty(), 1, new TraceBuffer());
    Cause cause =
        end.over()
            .orElseThrow(() -> new IllegalArgumentException("the run is not over at its end"));
    String outcome = end.result().outcome().summary();
    DecisiveStep.Point point =
        DecisiveStep.of(
            setup,
            new RunSpec.Scheduled(path, cause, earlyTimeouts),
            outcome,
            states,
            Explorer.Listener.NONE);
    int choice = Math.min(Math.max(0, point.choice()), path.size());
    Place before = place(path.subList(0, choice), Optional.empty(), 1, new TraceBuffer());
    return Json.of(
        new Decision(
            point.known().name().toLowerCase(Locale.ROOT),
            choice + 1,
            path.size(),
            before.result().steps(),
            states,
            point.others()));
  }

  /**
   * What decided a run.
   *
   * @param known {@code decided}, {@code certain} from the start, or {@code unknown}: a bound was
   *     reached
   * @param choice its number, from 1
   * @param step its first step, from 0
   * @param bound limit of states of each exploration
   * @param others outcomes that were still possible
   */
  private record Decision(
      String known, int choice, int choices, long step, int bound, List<String> others) {}

  private Place place(List<Action> path, Optional<Action> next, int times, TraceBuffer steps) {
    if (walk.isEmpty()) {
      walk = Optional.of(new HandWalk(setup, earlyTimeouts));
    }
    try {
      return walk.get().at(path, next, times, steps, steps::watch);
    } catch (Replay.ImpossibleException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The path of a query. */
  static List<Action> path(Map<String, String> query) {
    return Schedule.parse(query.getOrDefault("path", "").replace(',', ' '));
  }

  private static Optional<Action> next(Map<String, String> query) {
    return Schedule.parse(query.getOrDefault("next", "")).stream().findFirst();
  }

  private static int times(Map<String, String> query) {
    String times = query.getOrDefault("times", "1");
    if (!times.matches("[1-9]\\d{0,4}")) {
      throw new IllegalArgumentException("times is a number of at most five digits");
    }
    return Integer.parseInt(times);
  }

  private String again(Place place) {
    return command + ", then #path=" + String.join(",", Schedule.words(place.path()));
  }

  private String witness(Place place) {
    RunSpec way = new RunSpec.Scheduled(place.path(), place.over().orElseThrow(), earlyTimeouts);
    Witness like = base.get();
    return WitnessText.of(like.with(like.reduction(), way, place.result().outcome().summary()));
  }
}
