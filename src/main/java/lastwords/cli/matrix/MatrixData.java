package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lastwords.cli.console.JsonReport;
import lastwords.engine.matrix.Advice;
import lastwords.engine.matrix.Axis;
import lastwords.engine.matrix.Cell;
import lastwords.engine.matrix.Effect;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;
import lastwords.engine.matrix.Influence;
import lastwords.engine.matrix.Proportion;

/** A matrix for programs, as one JSON object. */
final class MatrixData {
  private final MatrixResult result;
  private final Grid grid;

  MatrixData(MatrixResult result) {
    this.result = result;
    this.grid = result.grid();
  }

  String json() {
    MatrixWords words = new MatrixWords(result);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", words.title());
    members.put("axes", grid.axes().stream().map(this::axis).toList());
    members.put("goals", Stream.of(Goal.values()).map(MatrixData::goal).toList());
    members.put("prefer", result.goals().stream().map(Goal::word).toList());
    members.put("runs", result.runs());
    members.put("cells", IntStream.range(0, grid.size()).mapToObj(this::cell).toList());
    members.put(
        "settings", IntStream.range(0, grid.combinations()).mapToObj(this::setting).toList());
    members.put("effects", Stream.of(Goal.values()).flatMap(this::effects).toList());
    members.put("withoutEffect", withoutEffect());
    result.advice().ifPresent(it -> members.put("recommendation", advice(it)));
    members.put("findings", findings(words));
    members.put("limits", words.limits());
    return JsonReport.document("matrix", members);
  }

  private List<String> findings(MatrixWords words) {
    List<String> all = new ArrayList<>(words.withoutEffect());
    all.addAll(words.effects());
    return all;
  }

  private Map<String, Object> axis(Axis axis) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kind", axis.kind().word());
    members.put("name", axis.name());
    members.put("values", axis.values());
    if (axis.kind() == Axis.Kind.SITUATION) {
      members.put("titles", result.plan().situations().stream().map(Situation::title).toList());
    }
    return members;
  }

  private static Map<String, Object> goal(Goal goal) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", goal.word());
    members.put("title", goal.title());
    return members;
  }

  private List<Integer> at(int cell) {
    return grid.axes().stream().map(axis -> grid.value(axis, cell)).toList();
  }

  private Map<String, Object> cell(int number) {
    Map<String, Object> members = new LinkedHashMap<>();
    Optional<Cell> cell = grid.raw(number);
    members.put("at", at(number));
    members.put("problem", cell.map(Cell::problem).orElse("not reached"));
    members.put("exhausted", cell.map(Cell::exhausted).orElse(false));
    members.put("runs", cell.map(Cell::runs).orElse(0));
    members.put("goals", goals(goal -> grid.share(number, goal)));
    members.put("outcomes", cell.map(it -> outcomes(number, it)).orElse(List.of()));
    return members;
  }

  private List<Map<String, Object>> outcomes(int number, Cell cell) {
    return cell.seen().stream()
        .map(
            it -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("outcome", it.outcome().summary());
              one.put("runs", it.runs());
              boolean seeded = it.runs() > 0;
              one.put(
                  "again",
                  seeded ? result.plan().again(number, it.seed()) : result.plan().explore(number));
              return one;
            })
        .toList();
  }

  /** How often a goal is reached, if that is known. */
  private interface Shares {
    Optional<Proportion> of(Goal goal);
  }

  private static Map<String, Object> goals(Shares shares) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Goal goal : Goal.values()) {
      shares
          .of(goal)
          .filter(it -> !Double.isNaN(it.value()))
          .ifPresent(it -> members.put(goal.word(), share(it)));
    }
    return members;
  }

  private static Map<String, Object> share(Proportion share) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("share", rounded(share.value()));
    members.put("low", rounded(share.low()));
    members.put("high", rounded(share.high()));
    return members;
  }

  private static double rounded(double share) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.4f", share));
  }

  private Map<String, Object> setting(int combination) {
    Map<String, Object> members = new LinkedHashMap<>();
    int settings = (int) grid.axes().stream().filter(Axis::setting).count();
    members.put("at", at(combination * grid.places()).subList(0, settings));
    members.put("text", grid.text(combination));
    members.put("complete", grid.complete(combination));
    members.put("goals", goals(goal -> Optional.of(grid.mean(goal, combination))));
    Optional.ofNullable(result.dominance().by().get(combination))
        .ifPresent(it -> members.put("dominatedBy", it));
    return members;
  }

  private Stream<Map<String, Object>> effects(Goal goal) {
    return Effect.on(goal, grid).stream()
        .map(
            it -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("goal", goal.word());
              one.put("axis", it.axis().name());
              one.put("explained", rounded(it.explained()));
              one.put(
                  "shares",
                  it.means().stream()
                      .filter(mean -> !Double.isNaN(mean.value()))
                      .map(MatrixData::share)
                      .toList());
              one.put("groups", it.groups());
              one.put("changed", it.changed());
              return one;
            });
  }

  private List<Map<String, Object>> withoutEffect() {
    return Stream.of(Influence.NOTHING, Influence.NO_GOAL)
        .flatMap(kind -> kind.among(grid).stream().map(it -> withoutEffect(it.name(), kind.word())))
        .toList();
  }

  private static Map<String, Object> withoutEffect(String setting, String changes) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("setting", setting);
    members.put("changes", changes);
    return members;
  }

  private Map<String, Object> advice(Advice advice) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("setting", advice.combination());
    members.put("asGood", advice.asGood());
    members.put("text", new MatrixAdvice(result).lines());
    return members;
  }
}
