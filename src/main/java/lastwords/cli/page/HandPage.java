package lastwords.cli.page;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import lastwords.engine.model.Action;
import lastwords.engine.walk.HandWalk.Choice;
import lastwords.engine.walk.HandWalk.Place;
import lastwords.engine.walk.Schedule;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.page.RunPage;

/**
 * A path chosen by hand, as sent to the page: the run so far, and what can happen next.
 *
 * @param path its choices, one word for each and its repetitions
 * @param over why the run is over here; empty if it is not
 * @param witness the path as a witness file, once the run is over
 */
record HandPage(
    @JsonUnwrapped RunPage run,
    List<String> path,
    Optional<String> over,
    List<Way> next,
    Optional<String> witness) {
  /**
   * A choice.
   *
   * @param word its form in a schedule
   * @param when {@code now}, {@code early} or {@code fault}
   * @param possible false: not before something else has happened
   * @param what it would do: {@code lock logbuf_lock}
   * @param where {@code vprintk_emit() printk.c:447}; empty if there is no instruction
   */
  record Way(
      String word,
      int cpu,
      String when,
      boolean possible,
      String context,
      String what,
      String where) {
    static Way of(Choice choice, StepNames names) {
      Action action = choice.action();
      Optional<StepRecord> step = choice.steps().stream().findFirst();
      boolean runs = action.kind() == Action.Kind.STEP && step.isPresent();
      return new Way(
          action.text(),
          action.cpu(),
          choice.when().name().toLowerCase(java.util.Locale.ROOT),
          choice.possible(),
          runs ? step.get().contextWord() : "",
          runs ? names.what(step.get()) + drawn(action) : words(action, names),
          runs ? place(step.get(), names) : "");
    }

    private static String drawn(Action action) {
      return action.number() == 1 ? " (the largest random number)" : "";
    }

    private static String place(StepRecord step, StepNames names) {
      String place = names.place(step.pc());
      return place.isEmpty() ? "" : names.function(step.pc()) + "()  " + place;
    }

    /** An event that reaches the CPU from outside. */
    private static String words(Action action, StepNames names) {
      return switch (action.kind()) {
        case STEP -> "makes a step";
        case DELIVER -> names.vector(action.number()) + "() arrives";
        case SEND -> "sends its text on " + names.port(action.number());
        case TIMEOUT -> "has waited long enough: its wait is over";
        case TIMER -> "its timer fires";
        case STALL -> "stalls for good: from now on it runs and answers nothing";
        case DROP -> names.vector(action.number()) + "() on its way to it is lost";
        case FAULT -> "fault " + action.number() + " of the scenario becomes due";
        case RESUME -> "goes on after fault " + action.number() + " of the scenario";
      };
    }
  }

  static HandPage of(RunPage run, Place place, Optional<String> witness) {
    StepNames names = new StepNames(place.machine());
    return new HandPage(
        run,
        Schedule.words(place.path()),
        place.over().map(it -> it.name().toLowerCase(java.util.Locale.ROOT)),
        place.choices().stream().map(it -> Way.of(it, names)).toList(),
        witness);
  }
}
