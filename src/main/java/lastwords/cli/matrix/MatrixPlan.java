package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import lastwords.cli.cases.Reproduction;
import lastwords.engine.matrix.Axis;
import lastwords.engine.matrix.Axis.Kind;
import lastwords.engine.matrix.Grid;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.setting.Overrides;

/** The cases of a matrix: one for each combination of its axes. */
final class MatrixPlan {
  /** Stands for the situation's own machine or kernel. */
  private static final String OWN = "-";

  private final Catalog catalog;
  private final List<Axis> axes;
  private final List<Situation> situations;

  /**
   * @param set settings, and the values of each
   * @param machines none: those of the situations
   * @param kernels likewise
   */
  MatrixPlan(
      Catalog catalog,
      Map<String, List<String>> set,
      List<String> machines,
      List<String> kernels,
      List<Situation> situations) {
    this.catalog = catalog;
    this.situations = List.copyOf(situations);
    List<Axis> all = new ArrayList<>();
    set.forEach((name, values) -> all.add(new Axis(Kind.SETTING, name, values)));
    all.add(new Axis(Kind.MACHINE, "machine", machines.isEmpty() ? List.of(OWN) : machines));
    all.add(new Axis(Kind.KERNEL, "kernel", kernels.isEmpty() ? List.of(OWN) : kernels));
    List<String> labels = situations.stream().map(it -> it.label(catalog)).toList();
    all.add(new Axis(Kind.SITUATION, "situation", labels));
    this.axes = List.copyOf(all);
  }

  List<Axis> axes() {
    return axes;
  }

  /**
   * A value of an axis; for the situations' own machine or kernel its name, if all have the same.
   */
  String name(Axis axis, int value) {
    String given = axis.values().get(value);
    if (!given.equals(OWN)) {
      return given;
    }
    List<String> own =
        situations.stream()
            .map(it -> axis.kind() == Kind.MACHINE ? it.machine() : it.kernel())
            .distinct()
            .toList();
    return own.size() == 1 ? own.get(0) : "of each situation";
  }

  List<Situation> situations() {
    return situations;
  }

  int size() {
    return Grid.size(axes);
  }

  private Situation situation(int cell) {
    return situations.get(Grid.value(axes, axes.size() - 1, cell));
  }

  private Overrides overrides(int cell) {
    Map<String, String> set = new LinkedHashMap<>();
    Optional<String> machine = Optional.empty();
    Optional<String> kernel = Optional.empty();
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i);
      String value = axis.values().get(Grid.value(axes, i, cell));
      switch (axis.kind()) {
        case SETTING -> set.put(axis.name(), value);
        case MACHINE -> machine = Optional.of(value).filter(it -> !it.equals(OWN));
        case KERNEL -> kernel = Optional.of(value).filter(it -> !it.equals(OWN));
        case SITUATION -> {}
      }
    }
    return new Overrides(kernel, machine, set);
  }

  /** The case of a cell. */
  Case made(int cell) {
    Situation it = situation(cell);
    return catalog.scenario(it.scenario()).variant(it.variant(), overrides(cell));
  }

  /** The command line that repeats a run of a cell. */
  String again(int cell, long seed) {
    Situation it = situation(cell);
    return Reproduction.of(it.scenario(), it.variant(), overrides(cell), seed);
  }

  /** The command line that finds an outcome that no seed has shown. */
  String explore(int cell) {
    Situation it = situation(cell);
    return Reproduction.explore(it.scenario(), it.variant(), overrides(cell));
  }

  /**
   * Rejects a value that is not available in any place, so that misspelt values are reported before
   * work begins.
   */
  void check() {
    int places = size() / Grid.combinations(axes);
    for (int i = 0; i < axes.size(); i++) {
      int number = i;
      for (int value = 0; value < axes.get(i).size(); value++) {
        int wanted = value;
        int first = value * Grid.size(axes.subList(i + 1, axes.size()));
        if (axes.get(i).setting()) {
          check(IntStream.range(first, first + places), cell -> made(cell).setup());
        } else {
          check(
              IntStream.range(0, places).filter(it -> Grid.value(axes, number, it) == wanted),
              this::withoutSettings);
        }
      }
    }
  }

  /** At least one of these cells has to be possible. */
  private static void check(IntStream cells, IntConsumer attempt) {
    Optional<ScenarioException> first = Optional.empty();
    for (int cell : cells.toArray()) {
      try {
        attempt.accept(cell);
        return;
      } catch (ScenarioException e) {
        first = first.or(() -> Optional.of(e));
      }
    }
    throw first.orElseThrow();
  }

  /** Checks only that the machine and the kernel exist; settings are checked elsewhere. */
  private void withoutSettings(int cell) {
    Situation it = situation(cell);
    Overrides all = overrides(cell);
    catalog
        .scenario(it.scenario())
        .variant(it.variant(), new Overrides(all.kernel(), all.machine(), Map.of()));
  }
}
