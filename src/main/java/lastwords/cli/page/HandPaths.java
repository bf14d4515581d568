package lastwords.cli.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lastwords.cli.cases.RunCase;
import lastwords.engine.model.Action;
import lastwords.engine.walk.HandWalk;
import lastwords.engine.walk.HandWalk.Place;
import lastwords.engine.walk.Replay;
import lastwords.engine.walk.Schedule;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.engine.witness.WitnessText;
import lastwords.json.Json;
import lastwords.scenario.Case;
import lastwords.scenario.Setup;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;

/** Answers the page of a scenario that is explored by hand: where a path leads. */
final class HandPaths {
  private final Case made;
  private final Setup setup;
  private final boolean impatient;
  private final String command;
  private final Supplier<Witness> base;
  private Optional<HandWalk> walk = Optional.empty(); // made when it is needed

  /**
   * @param impatient may waits for a time end at any time?
   * @param command the command line that shows the case
   * @param base a witness of the case, whatever its run is
   */
  HandPaths(Case made, Setup setup, boolean impatient, String command, Supplier<Witness> base) {
    this.made = made;
    this.setup = setup;
    this.impatient = impatient;
    this.command = command;
    this.base = base;
  }

  /**
   * Where a path leads, as JSON.
   *
   * @param query {@code path}; {@code next}: a choice that is to follow, {@code times} so often
   * @throws IllegalArgumentException when there is no such path
   */
  synchronized String answer(Map<String, String> query) throws IOException {
    TraceBuffer steps = new TraceBuffer();
    Place place = place(path(query), next(query), times(query), steps);
    RunCase run = RunCase.of(made, 0, again(place));
    RunPage page = RunPages.of(made, run, place.result(), steps, place.machine());
    return Json.of(HandPage.of(page, place, place.over().map(it -> witness(place))));
  }

  private Place place(List<Action> path, Optional<Action> next, int times, TraceBuffer steps) {
    if (walk.isEmpty()) {
      walk = Optional.of(new HandWalk(setup, impatient));
    }
    try {
      return walk.get().at(path, next, times, steps);
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
    RunSpec way = new RunSpec.Scheduled(place.path(), place.over().orElseThrow(), impatient);
    Witness like = base.get();
    return WitnessText.of(like.with(like.reduction(), way, place.result().outcome().summary()));
  }
}
