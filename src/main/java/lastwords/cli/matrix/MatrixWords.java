package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lastwords.engine.matrix.Axis;
import lastwords.engine.matrix.Axis.Kind;
import lastwords.engine.matrix.Effect;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;
import lastwords.engine.matrix.Influence;
import lastwords.engine.matrix.Proportion;
import lastwords.kernelc.source.Wording;

/** The results of a matrix, in sentences. */
final class MatrixWords {
  private static final double PERCENT = 100;

  /** A narrower interval adds nothing to the share. */
  private static final double NARROW = 0.02;

  private final MatrixResult result;
  private final Grid grid;

  MatrixWords(MatrixResult result) {
    this.result = result;
    this.grid = result.grid();
  }

  /** A share, with its interval if it is not known exactly. */
  static String percent(Proportion share) {
    if (Double.isNaN(share.value())) {
      return "";
    }
    String interval =
        share.high() - share.low() < NARROW
            ? ""
            : String.format(
                Locale.ROOT, " (%.0f-%.0f)", share.low() * PERCENT, share.high() * PERCENT);
    return rounded(share.value()) + interval;
  }

  static String rounded(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * PERCENT);
  }

  String title() {
    String sizes =
        grid.axes().stream()
            .filter(it -> !it.setting())
            .sorted((a, b) -> b.kind().compareTo(a.kind()))
            .map(this::count)
            .collect(Collectors.joining(" x "));
    String settings = grid.combinations() == 1 ? "" : grid.combinations() + " settings x ";
    return settings
        + sizes
        + ": "
        + count(grid.done(), grid.size())
        + " "
        + Wording.plural(grid.size(), "cell");
  }

  private static String count(int done, int all) {
    return done == all ? Integer.toString(all) : done + " of " + all;
  }

  private String count(Axis axis) {
    String one = result.plan().name(axis, 0);
    return axis.size() > 1 ? axis.size() + " " + axis.name() + "s" : axis.name() + " " + one;
  }

  String how() {
    long exact = result.exact();
    int known = result.known().size();
    if (known == 0) {
      return "nothing was tried";
    }
    String sampled = known - exact + " by " + Wording.count(result.runs(), "run") + " each";
    String tried = String.format(Locale.ROOT, "%d by every interleaving", exact);
    return exact == known ? tried : exact == 0 ? sampled : tried + ", " + sampled;
  }

  /** What matters most for each goal. */
  List<String> effects() {
    return result.known().isEmpty()
        ? List.of()
        : Stream.of(Goal.values()).map(this::effect).toList();
  }

  private String effect(Goal goal) {
    List<Effect> effects = Effect.on(goal, grid).stream().filter(Effect::matters).toList();
    List<Effect> settings = effects.stream().filter(it -> it.axis().setting()).toList();
    List<Effect> rest = new ArrayList<>(effects);
    String head = goal.word() + ": " + percent(grid.mean(goal, cell -> true)) + whateverIsSet();
    if (!settings.isEmpty()) {
      Effect first = settings.get(0);
      rest.remove(first);
      head =
          goal.word()
              + ": "
              + first.axis().name()
              + " matters most, "
              + byValue(first)
              + ". It explains "
              + rounded(first.explained())
              + " of the differences between cells";
    }
    String others = others(rest);
    return head
        + (others.isEmpty()
            ? ""
            : settings.isEmpty() ? "; of the differences " + others : ", " + others);
  }

  private String whateverIsSet() {
    boolean known = grid.varied().stream().noneMatch(Influence.UNTRIED.among(grid)::contains);
    return grid.varied().isEmpty() ? "" : known ? ", whatever the settings" : ", as far as tried";
  }

  /** What else explains at least one percent. */
  private static String others(List<Effect> effects) {
    return effects.stream()
        .filter(it -> it.explained() * PERCENT >= 1)
        .map(
            it ->
                (it.axis().setting() ? "" : "the ")
                    + it.axis().name()
                    + " "
                    + rounded(it.explained()))
        .collect(Collectors.joining(", "));
  }

  private static String byValue(Effect effect) {
    return IntStream.range(0, effect.means().size())
        .mapToObj(
            it -> effect.axis().values().get(it) + ": " + rounded(effect.means().get(it).value()))
        .collect(Collectors.joining(", "));
  }

  /** The settings that have no effect, or none on a goal. */
  List<String> withoutEffect() {
    List<String> lines = new ArrayList<>();
    for (Axis axis : Influence.NOTHING.among(grid)) {
      lines.add(
          axis.name()
              + " changes nothing: each cell has the same outcomes with every value. It does not"
              + " matter in these situations, or the model does not know what it does");
    }
    for (Axis axis : Influence.NO_GOAL.among(grid)) {
      lines.add(axis.name() + " changes outcomes, but no goal by more than chance");
    }
    return lines;
  }

  List<String> dominated() {
    int all = grid.completeOnes().size();
    int count = result.dominance().by().size();
    if (count == 0) {
      return all < 2 ? List.of() : List.of("none of " + all);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        count
            + " of "
            + all
            + ": others reach no goal more rarely in any situation, and some goal more often");
    for (Axis axis : grid.varied()) {
      IntStream.range(0, axis.size())
          .filter(value -> result.dominance().all(grid, axis, value))
          .forEach(value -> lines.add("all with " + axis.text(value)));
    }
    return lines;
  }

  /** What the numbers do not say. */
  List<String> limits() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Each situation counts the same. How often it happens on your machines is not known here.");
    if (result.exact() < result.known().size()) {
      lines.add(
          "A share with an interval is estimated by seeded runs, whose timing is right to an order of"
              + " magnitude: 0 % does not mean never. Other shares are exact: every interleaving agrees.");
    }
    lines.add(
        "The emulated kernel is only the panic path. "
            + releases()
            + " what it leaves out, 'lastwords list settings' which settings are not modelled.");
    int missing = grid.size() - grid.done();
    if (missing > 0) {
      lines.add(
          missing
              + " of "
              + Wording.count(grid.size(), "cell")
              + (missing == 1 ? " was" : " were")
              + " not reached; only settings with all their cells are compared.");
    }
    result
        .problems()
        .forEach(
            (why, cells) -> lines.add(Wording.count(cells, "cell") + " cannot be run: " + why));
    return lines;
  }

  private String releases() {
    Axis kernels =
        grid.axes().stream().filter(it -> it.kind() == Kind.KERNEL).findFirst().orElseThrow();
    String name = result.plan().name(kernels, 0);
    return "'lastwords kernel show " + (name.contains(" ") ? "RELEASE" : name) + "' says";
  }
}
