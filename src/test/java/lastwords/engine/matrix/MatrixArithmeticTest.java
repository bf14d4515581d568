package lastwords.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.engine.matrix.Axis.Kind;
import lastwords.engine.matrix.Cell.Seen;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.PstoreWord;
import org.junit.jupiter.api.Test;

/** What matters, what is dominated and what is recommended, for cells written by hand. */
final class MatrixArithmeticTest {
  private static final Outcome LOOP = outcome(End.LOOP, PstoreWord.SKIPPED);
  private static final Outcome REBOOT = outcome(End.REBOOT, PstoreWord.SKIPPED);
  private static final Outcome SAVED = outcome(End.REBOOT, PstoreWord.WRITTEN);

  private static Outcome outcome(End end, PstoreWord pstore) {
    return new Outcome(
        end, "", "", ConsoleWord.NONE, pstore, KdumpWord.NOT_APPLICABLE, new TreeMap<>());
  }

  private static Cell always(Outcome outcome) {
    return new Cell(List.of(new Seen(outcome, 10, 1)), 10, true, "");
  }

  private static Cell sampled(int one, Outcome first, int other, Outcome second) {
    return new Cell(
        List.of(new Seen(first, one, 1), new Seen(second, other, 2)), one + other, false, "");
  }

  private static Axis setting(String name) {
    return new Axis(Kind.SETTING, name, List.of("0", "1"));
  }

  private static Grid grid(List<Axis> settings, int situations, Cell... cells) {
    List<Axis> axes = new ArrayList<>(settings);
    axes.add(new Axis(Kind.MACHINE, "machine", List.of("-")));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < situations; i++) {
      names.add("s" + i);
    }
    axes.add(new Axis(Kind.SITUATION, "situation", names));
    List<Optional<Cell>> all = new ArrayList<>();
    for (Cell cell : cells) {
      all.add(Optional.ofNullable(cell));
    }
    return new Grid(axes, all);
  }

  @Test
  void aShareIsKnownWhenEveryInterleavingAgreesOnTheGoal() {
    assertThat(always(REBOOT).share(Goal.RESTART)).isEqualTo(new Proportion(1, 1, 1));
    assertThat(always(REBOOT).share(Goal.PSTORE)).isEqualTo(new Proportion(0, 0, 0));
    Proportion some = sampled(5, REBOOT, 5, LOOP).share(Goal.RESTART);
    assertThat(some.value()).isEqualTo(0.5);
    assertThat(some.low()).isCloseTo(0.2366, within(0.0001));
    assertThat(some.high()).isCloseTo(0.7634, within(0.0001));
  }

  @Test
  void whatWasFoundByExploringAloneIsNotTakenForNever() {
    Cell cell = new Cell(List.of(new Seen(REBOOT, 10, 1), new Seen(LOOP, 0, 0)), 10, true, "");
    assertThat(cell.share(Goal.RESTART).isKnown()).isFalse();
    assertThat(cell.share(Goal.PSTORE).isKnown()).isTrue();
  }

  @Test
  void theSettingThatDecidesEverythingExplainsEverything() {
    Axis panic = setting("panic");
    Axis other = setting("printk.time");
    Grid grid =
        grid(List.of(panic, other), 1, always(LOOP), always(LOOP), always(REBOOT), always(REBOOT));
    List<Effect> effects = Effect.on(Goal.RESTART, grid);
    assertThat(effects.get(0).axis()).isEqualTo(panic);
    assertThat(effects.get(0).explained()).isEqualTo(1);
    assertThat(effects.get(0).range()).isEqualTo(1);
    assertThat(effects.get(0).changed()).isEqualTo(2);
    assertThat(effects.get(1).matters()).isFalse();
    assertThat(Influence.of(other, grid)).isEqualTo(Influence.NOTHING);
    assertThat(Influence.of(panic, grid)).isEqualTo(Influence.GOALS);
  }

  @Test
  void aDifferenceThatMayBeChanceIsNone() {
    Axis panic = setting("panic");
    Grid grid = grid(List.of(panic), 1, sampled(6, REBOOT, 4, LOOP), sampled(5, REBOOT, 5, LOOP));
    assertThat(Influence.of(panic, grid)).isEqualTo(Influence.NO_GOAL);
    assertThat(Dominance.of(grid).by()).isEmpty();
  }

  @Test
  void settingsThatAreNeverWorseAndSomewhereBetterDominate() {
    Grid grid =
        grid(
            List.of(setting("panic"), setting("pstore")),
            2,
            always(LOOP),
            always(REBOOT), // 0 0
            always(LOOP),
            always(SAVED), // 0 1
            always(REBOOT),
            always(LOOP), // 1 0
            always(SAVED),
            always(SAVED)); // 1 1
    assertThat(Dominance.of(grid).by()).containsOnlyKeys(0, 1, 2).containsValues(3);
    assertThat(Dominance.of(grid).all(grid, grid.axes().get(0), 0)).isTrue();
    assertThat(Dominance.of(grid).all(grid, grid.axes().get(0), 1)).isFalse();
  }

  @Test
  void whatIsBetterHereAndWorseThereDominatesNothing() {
    Grid grid =
        grid(
            List.of(setting("panic")), 2, always(LOOP), always(SAVED), always(SAVED), always(LOOP));
    assertThat(Dominance.of(grid).by()).isEmpty();
  }

  @Test
  void theRecommendationSaysWhatEachOtherValueWouldChange() {
    Grid grid =
        grid(
            List.of(setting("panic"), setting("printk.time")),
            2,
            always(LOOP),
            always(LOOP),
            always(LOOP),
            always(LOOP),
            always(REBOOT),
            always(LOOP),
            always(REBOOT),
            always(LOOP));
    Advice advice = Advice.of(grid, List.of(Goal.values())).orElseThrow();
    assertThat(grid.text(advice.combination())).isEqualTo("panic=1 printk.time=0");
    assertThat(advice.asGood()).isEqualTo(1);
    assertThat(advice.reasons()).hasSize(2);
    assertThat(advice.reasons().get(0).differences()).hasSize(1);
    assertThat(advice.reasons().get(0).differences().get(0).goal()).isEqualTo(Goal.RESTART);
    assertThat(grid.place(advice.reasons().get(0).differences().get(0).where())).isEqualTo("s0");
    assertThat(advice.reasons().get(1).differences()).isEmpty();
  }

  /** Both restart with a crash kernel; without one, only one of them does. */
  @Test
  void ofEquallyGoodSettingsThoseAreRecommendedThatDependLeastOnOthers() {
    Grid grid =
        grid(
            List.of(setting("panic"), setting("crashkernel")),
            1,
            always(LOOP),
            always(REBOOT),
            always(REBOOT),
            always(REBOOT));
    Advice advice = Advice.of(grid, List.of(Goal.values())).orElseThrow();
    assertThat(grid.text(advice.combination())).isEqualTo("panic=1 crashkernel=1");
    assertThat(advice.asGood()).isEqualTo(2);
  }

  @Test
  void settingsOfWhichACellIsMissingAreNotCompared() {
    Grid grid = grid(List.of(setting("panic")), 2, always(LOOP), always(LOOP), always(SAVED), null);
    assertThat(grid.completeOnes()).containsExactly(0);
    assertThat(grid.done()).isEqualTo(3);
    assertThat(Advice.of(grid, List.of(Goal.values())).orElseThrow().combination()).isZero();
  }

  @Test
  void ofASettingThatNoTwoCellsDifferInNothingIsSaid() {
    Axis panic = setting("panic");
    Grid grid = grid(List.of(panic), 2, always(LOOP), null, null, always(LOOP));
    assertThat(Influence.of(panic, grid)).isEqualTo(Influence.UNTRIED);
    assertThat(Influence.NOTHING.among(grid)).isEmpty();
  }

  @Test
  void aPlaceWhereNothingRunsIsLeftOut() {
    Cell broken = Cell.broken("no such CPU");
    Grid grid = grid(List.of(setting("panic")), 2, always(LOOP), broken, always(SAVED), broken);
    assertThat(grid.completeOnes()).containsExactly(0, 1);
    assertThat(grid.mean(Goal.PSTORE, 1).value()).isEqualTo(1);
  }
}
