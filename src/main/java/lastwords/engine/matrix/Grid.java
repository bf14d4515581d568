package lastwords.engine.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A matrix: axes, and a cell for each combination of their values, in which the last axis varies
 * fastest. Settings come first. A cell may be missing: it has not been tried yet, or it cannot be
 * run.
 */
public final class Grid {
  private final List<Axis> axes;
  private final List<Optional<Cell>> cells;
  private final List<List<Proportion>> shares; // by cell that could be run, then by goal

  /**
   * @param cells one for each number below {@link #size}
   */
  public Grid(List<Axis> axes, List<Optional<Cell>> cells) {
    this.axes = List.copyOf(axes);
    this.cells = List.copyOf(cells);
    if (cells.size() != size(axes)) {
      throw new IllegalArgumentException(cells.size() + " cells, not " + size(axes));
    }
    this.shares =
        IntStream.range(0, cells.size())
            .mapToObj(this::cell)
            .map(it -> it.map(Grid::shares).orElse(List.of()))
            .toList();
  }

  private static List<Proportion> shares(Cell cell) {
    return Stream.of(Goal.values()).map(cell::share).toList();
  }

  /** How often a goal is reached in a cell; empty if that is not known. */
  public Optional<Proportion> share(int cell, Goal goal) {
    List<Proportion> known = shares.get(cell);
    return known.isEmpty() ? Optional.empty() : Optional.of(known.get(goal.ordinal()));
  }

  /** Number of cells with these axes. */
  public static int size(List<Axis> axes) {
    return axes.stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
  }

  public List<Axis> axes() {
    return axes;
  }

  /** The settings that have more than one value. */
  public List<Axis> varied() {
    return axes.stream().filter(it -> it.setting() && it.size() > 1).toList();
  }

  public int size() {
    return cells.size();
  }

  /** Number of combinations of settings; the cells of each are consecutive, and equally many. */
  public int combinations() {
    return combinations(axes);
  }

  /** As above, for these axes. */
  public static int combinations(List<Axis> axes) {
    return size(axes.stream().filter(Axis::setting).toList());
  }

  /** Number of cells of each combination of settings. */
  public int places() {
    return size() / combinations();
  }

  /** The cell of a combination of settings in one place. */
  public Optional<Cell> cell(int combination, int place) {
    return cell(combination * places() + place);
  }

  /** The cell with this number, if it is known and could be run. */
  public Optional<Cell> cell(int number) {
    return cells.get(number).filter(it -> it.problem().isEmpty());
  }

  /** The cell with this number, even if it could not be run. */
  public Optional<Cell> raw(int number) {
    return cells.get(number);
  }

  /** The value of an axis in a cell. */
  public static int value(List<Axis> axes, int axis, int cell) {
    int below = size(axes.subList(axis + 1, axes.size()));
    return cell / below % axes.get(axis).size();
  }

  public int value(Axis axis, int cell) {
    return value(axes, axes.indexOf(axis), cell);
  }

  /** The cell that differs from another only in this value. */
  int with(Axis axis, int cell, int value) {
    int number = axes.indexOf(axis);
    int below = size(axes.subList(number + 1, axes.size()));
    return cell + (value - value(axis, cell)) * below;
  }

  /** A combination of settings in the user's notation: {@code panic=10 pstore=none}. */
  public String text(int combination) {
    List<String> words = new ArrayList<>();
    int cell = combination * places();
    axes.stream().filter(Axis::setting).forEach(it -> words.add(it.text(value(it, cell))));
    return String.join(" ", words);
  }

  /** Description of a place: its machine, kernel and situation, as far as they vary. */
  public String place(int cell) {
    List<String> words = new ArrayList<>();
    axes.stream()
        .filter(it -> !it.setting() && (it.size() > 1 || it.kind() == Axis.Kind.SITUATION))
        .forEach(it -> words.add(0, it.text(value(it, cell))));
    return String.join(", ", words);
  }

  /** How often a goal is reached in the cells with these numbers, equally weighted. */
  public Proportion mean(Goal goal, IntPredicate which) {
    return Proportion.mean(
        IntStream.range(0, size())
            .filter(which)
            .mapToObj(cell -> share(cell, goal))
            .flatMap(Optional::stream)
            .toList());
  }

  /** How often it is reached in all places of a combination. */
  public Proportion mean(Goal goal, int combination) {
    int first = combination * places();
    return Proportion.mean(
        IntStream.range(first, first + places())
            .mapToObj(cell -> share(cell, goal))
            .flatMap(Optional::stream)
            .toList());
  }

  /**
   * Does every place of this combination have a cell, except those that no combination can have?
   */
  public boolean complete(int combination) {
    return IntStream.range(0, places())
        .allMatch(place -> cell(combination, place).isPresent() || impossible(place));
  }

  /** The complete combinations, in order. */
  public List<Integer> completeOnes() {
    return IntStream.range(0, combinations()).filter(this::complete).boxed().toList();
  }

  /** Does a place fail to run with all settings tried so far? */
  private boolean impossible(int place) {
    List<Cell> there =
        IntStream.range(0, combinations())
            .mapToObj(it -> cells.get(it * places() + place))
            .flatMap(Optional::stream)
            .toList();
    return !there.isEmpty() && there.stream().noneMatch(it -> it.problem().isEmpty());
  }

  /** The cells with one value of an axis. */
  public Grid slice(Axis axis, int value) {
    List<Axis> some = new ArrayList<>(axes);
    some.set(
        axes.indexOf(axis), new Axis(axis.kind(), axis.name(), List.of(axis.values().get(value))));
    List<Optional<Cell>> those =
        IntStream.range(0, size())
            .filter(cell -> value(axis, cell) == value)
            .mapToObj(cells::get)
            .toList();
    return new Grid(some, those);
  }

  /** Number of cells that are done, including those that cannot be run. */
  public int done() {
    return (int) cells.stream().filter(Optional::isPresent).count();
  }
}
