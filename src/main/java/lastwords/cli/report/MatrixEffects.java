package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Severity;
import lastwords.cli.report.block.SharePlot;
import lastwords.cli.report.block.Shares;

/** How much each axis of a matrix matters. */
final class MatrixEffects {
  private MatrixEffects() {}

  /** A plot for each axis, the one that explains most first. */
  static List<Block> plots(JsonNode matrix, String goal) {
    return ResultMembers.objects(matrix, "effects").stream()
        .filter(it -> ResultMembers.text(it, "goal").equals(goal))
        .map(it -> Block.of(plot(matrix, it)))
        .toList();
  }

  private static SharePlot plot(JsonNode matrix, JsonNode effect) {
    String axis = ResultMembers.text(effect, "axis");
    List<String> values =
        ResultMembers.objects(matrix, "axes").stream()
            .filter(it -> ResultMembers.text(it, "name").equals(axis))
            .map(it -> ResultMembers.texts(it, "values"))
            .findFirst()
            .orElse(List.of());
    List<JsonNode> shares = ResultMembers.objects(effect, "shares");
    List<SharePlot.Bar> bars = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), shares.size()); i++) {
      bars.add(bar(axis + "=" + values.get(i), shares.get(i)));
    }
    return new SharePlot(title(effect, axis), bars);
  }

  private static String title(JsonNode effect, String axis) {
    return ResultMembers.text(effect, "goal")
        + " by "
        + axis
        + ": explains "
        + Shares.percent(effect.path("explained").asDouble())
        + " % of the differences, changes "
        + ResultMembers.text(effect, "changed")
        + " of "
        + ResultMembers.count(effect, "groups", "group")
        + " of cells that differ in it alone";
  }

  private static SharePlot.Bar bar(String label, JsonNode share) {
    return new SharePlot.Bar(
        label,
        share.path("low").asDouble(),
        share.path("share").asDouble(),
        share.path("high").asDouble(),
        Severity.COMPLETE);
  }

  /** With its interval, unless it is exact. */
  static String percent(JsonNode share) {
    SharePlot.Bar bar = bar("", share);
    boolean known = bar.high() <= bar.low();
    return known ? Shares.percent(bar.share()) + " %" : Shares.text(bar);
  }
}
