package lastwords.engine.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.engine.explore.Bench;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.RandomKernel;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.walk.HandWalk.Choice;
import lastwords.engine.walk.HandWalk.Place;
import lastwords.engine.walk.HandWalk.When;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.Test;

/** A path chosen by hand is one of those that exploring tries. */
final class HandWalkTest {
  private static final int KERNELS = 40;
  private static final Setup SETUP = Bench.setup(RandomKernel.source(3));
  private static final List<Action> START = List.of();

  private static Place at(List<Action> path) {
    return new HandWalk(SETUP, false).at(path, Optional.empty(), 1, StepSink.NONE, it -> {});
  }

  @Test
  void everyWitnessLeadsByHandToItsOutcome() {
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      HandWalk walk = new HandWalk(Bench.setup(source), false);
      Bench.explore(source).findings().stream()
          .filter(it -> it.cause() != Cause.ENDLESS && !it.cause().goesRound())
          .forEach(it -> check(walk, it, source));
    }
  }

  private static void check(HandWalk walk, Finding finding, String source) {
    Place place = walk.at(finding.witness(), Optional.empty(), 1, StepSink.NONE, it -> {});
    assertThat(place.over()).as(source).contains(finding.cause());
    assertThat(place.choices()).isEmpty();
    assertThat(place.result().outcome().summary()).isEqualTo(finding.outcome().summary());
  }

  /** Even after many previews: they leave no trace. */
  @Test
  void aChoiceDoesWhatWasSaidOfIt() {
    HandWalk walk = new HandWalk(SETUP, false);
    List<Action> path = new ArrayList<>();
    Place place = walk.at(path, Optional.empty(), 1, StepSink.NONE, it -> {});
    for (int i = 0; place.over().isEmpty() && i < 60; i++) {
      List<Choice> now =
          place.choices().stream().filter(it -> it.possible() && it.when() == When.NOW).toList();
      Choice choice = now.get(i % now.size());
      List<StepRecord> made = new ArrayList<>();
      long before = place.result().steps();
      place = walk.at(path, Optional.of(choice.action()), 1, made::add, it -> {});
      path.add(choice.action());
      assertThat(place.path()).isEqualTo(path);
      List<StepRecord> last = made.subList((int) before, made.size());
      assertThat(last).extracting(StepRecord::operation).isEqualTo(operations(choice));
      assertThat(last).extracting(StepRecord::pc).isEqualTo(places(choice));
      assertThat(at(path).result().steps()).isEqualTo(place.result().steps());
    }
  }

  private static List<Operation> operations(Choice choice) {
    return choice.steps().stream().map(StepRecord::operation).toList();
  }

  private static List<Integer> places(Choice choice) {
    return choice.steps().stream().map(StepRecord::pc).toList();
  }

  @Test
  void aChoiceIsRepeatedOnlyAsLongAsItIsPossible() {
    HandWalk walk = new HandWalk(SETUP, false);
    Action step = new Action(Kind.STEP, 0, 0);
    Place place = walk.at(START, Optional.of(step), HandWalk.MOST, StepSink.NONE, it -> {});
    assertThat(place.path()).hasSizeBetween(1, HandWalk.MOST - 1).containsOnly(step);
    assertThat(place.choices())
        .filteredOn(it -> it.when() == When.NOW && it.possible())
        .extracting(Choice::action)
        .doesNotContain(step);
  }

  @Test
  void faultsAreOfferedApartFromWhatExploringWouldTry() {
    assertThat(at(START).choices())
        .filteredOn(it -> it.when() == When.FAULT)
        .extracting(Choice::action)
        .contains(new Action(Kind.STALL, 0, 0));
  }

  @Test
  void whatCannotHappenIsRefused() {
    List<Action> path = List.of(new Action(Kind.DELIVER, 1, 7));
    assertThatThrownBy(() -> at(path))
        .isInstanceOf(Replay.ImpossibleException.class)
        .hasMessageContaining("deliver:1:7");
  }
}
