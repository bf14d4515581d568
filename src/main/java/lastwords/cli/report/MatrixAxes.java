package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lastwords.cli.report.block.HeatMap;

/** The columns of a matrix: machines, kernels and situations. */
final class MatrixAxes {
  private static final int NOT_SETTINGS = 3; // axes: machine, kernel, situation
  private static final String OWN = "-"; // a situation's own machine or kernel

  private MatrixAxes() {}

  /** A column for each combination; the last axis varies fastest, as in the cells. */
  static List<HeatMap.Column> columns(JsonNode matrix) {
    List<JsonNode> all = ResultMembers.objects(matrix, "axes");
    List<JsonNode> axes = all.subList(Math.max(0, all.size() - NOT_SETTINGS), all.size());
    if (axes.isEmpty()) {
      return List.of();
    }
    List<String> groups = List.of("");
    for (JsonNode axis : axes.subList(0, axes.size() - 1)) {
      List<String> values = ResultMembers.texts(axis, "values");
      groups =
          groups.stream().flatMap(group -> values.stream().map(it -> join(group, it))).toList();
    }
    List<String> last = ResultMembers.texts(axes.get(axes.size() - 1), "values");
    return groups.stream()
        .flatMap(group -> last.stream().map(it -> new HeatMap.Column(group, it)))
        .toList();
  }

  /** Its full name. */
  static String name(HeatMap.Column column) {
    return join(column.group(), column.name());
  }

  private static String join(String group, String value) {
    String more = value.equals(OWN) ? "" : value;
    return group.isEmpty() || more.isEmpty() ? group + more : group + ", " + more;
  }
}
