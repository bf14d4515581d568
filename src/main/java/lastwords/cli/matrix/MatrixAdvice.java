package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lastwords.engine.matrix.Advice;
import lastwords.engine.matrix.Advice.Difference;
import lastwords.engine.matrix.Advice.Reason;
import lastwords.engine.matrix.Axis;
import lastwords.engine.matrix.Axis.Kind;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;

/** A recommendation and its reasons, in sentences. */
final class MatrixAdvice {
  private final MatrixResult result;
  private final Grid grid;

  MatrixAdvice(MatrixResult result) {
    this.result = result;
    this.grid = result.grid();
  }

  List<String> lines() {
    return result.advice().map(this::lines).orElse(none());
  }

  private List<String> none() {
    return grid.combinations() == 1 || result.ranking().isEmpty()
        ? List.of()
        : List.of("none: every goal is at 0 % with all settings");
  }

  private List<String> lines(Advice advice) {
    List<String> lines = new ArrayList<>();
    lines.add(grid.text(advice.combination()) + asGood(advice));
    lines.add(goals(grid, advice.combination()) + "; " + first());
    advice.reasons().forEach(it -> lines.add(reason(advice, it)));
    grid.axes().stream()
        .filter(it -> it.kind() == Kind.MACHINE || it.kind() == Kind.KERNEL)
        .filter(it -> it.size() > 1)
        .forEach(axis -> elsewhere(axis, advice, lines));
    return lines;
  }

  private static String asGood(Advice advice) {
    return switch (advice.asGood()) {
      case 0 -> "";
      case 1 -> " (another one does as well)";
      default -> " (" + advice.asGood() + " others do as well)";
    };
  }

  private static String goals(Grid grid, int combination) {
    return Stream.of(Goal.values())
        .map(it -> it.word() + " " + MatrixWords.rounded(grid.mean(it, combination).value()))
        .collect(Collectors.joining(", "));
  }

  private String first() {
    List<String> words = result.goals().stream().map(Goal::word).toList();
    return words.get(0)
        + " counts first, then "
        + String.join(", ", words.subList(1, words.size()));
  }

  private String reason(Advice advice, Reason reason) {
    Axis axis = reason.axis();
    int now = grid.value(axis, advice.combination() * grid.places());
    String head = axis.text(reason.value()) + " instead of " + axis.values().get(now);
    if (reason.differences().isEmpty()) {
      return head + ": does as well";
    }
    return head
        + ": "
        + reason.differences().stream().map(this::difference).collect(Collectors.joining("; "));
  }

  private String difference(Difference one) {
    boolean worse = one.then().value() < one.now().value();
    return one.goal().word()
        + " from "
        + MatrixWords.rounded(one.now().value())
        + (worse ? " down to " : " up to ")
        + MatrixWords.rounded(one.then().value())
        + " (most: "
        + grid.place(one.where())
        + ")";
  }

  /** Where other settings do better on one machine or kernel. */
  private void elsewhere(Axis axis, Advice advice, List<String> lines) {
    for (int value = 0; value < axis.size(); value++) {
      Grid slice = grid.slice(axis, value);
      Optional<Advice> best = Advice.of(slice, result.goals());
      boolean better =
          best.isPresent()
              && slice.complete(advice.combination())
              && Advice.best(slice, result.goals())
                      .compare(best.get().combination(), advice.combination())
                  > 0;
      if (better) {
        lines.add(
            axis.name()
                + " "
                + axis.text(value)
                + " alone: "
                + grid.text(best.get().combination())
                + " is better, "
                + changes(slice, advice.combination(), best.get().combination()));
      }
    }
  }

  private static String changes(Grid slice, int from, int to) {
    return IntStream.range(0, Goal.values().length)
        .mapToObj(it -> Goal.values()[it])
        .filter(it -> slice.mean(it, from).differs(slice.mean(it, to)))
        .map(
            it ->
                it.word()
                    + " "
                    + MatrixWords.rounded(slice.mean(it, to).value())
                    + " instead of "
                    + MatrixWords.rounded(slice.mean(it, from).value()))
        .collect(Collectors.joining(", "));
  }
}
