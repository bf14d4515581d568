package lastwords.cli.orders;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cli.console.JsonReport;

/** Orders for programs: as JSON, and as CSV with a line for each order and fault. */
final class OrdersData {
  private OrdersData() {}

  static String json(OrdersResult result) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", result.title());
    document.put("orders", result.orders().stream().map(OrdersData::order).toList());
    document.put("swaps", result.swaps().stream().map(OrdersData::swap).toList());
    document.put("leftOut", result.leftOut());
    return JsonReport.document("orders", document);
  }

  private static Map<String, Object> order(OrderResult result) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("name", result.order().name());
    order.put("kernel", result.order().kernel());
    order.put("settings", result.order().values());
    order.put("worst", result.worst());
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < result.measured().size(); i++) {
      cells.add(cell(result.faults().get(i), result.measured().get(i)));
    }
    order.put("cells", cells);
    return order;
  }

  private static Map<String, Object> cell(NotifierFault fault, Scoring.Measured measured) {
    Score score = measured.score();
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("notifier", fault.notifier());
    cell.put("fault", fault.kind());
    cell.put("crashKernel", score.entered());
    cell.put("dumpComplete", score.complete());
    cell.put("pstore", score.pstore());
    cell.put("hostTold", score.told());
    cell.put("console", score.console());
    cell.put("nanos", score.nanos() == Score.NEVER ? -1 : score.nanos());
    cell.put("exhausted", score.exhausted());
    cell.put("outcomes", score.outcomes());
    cell.put("notifiers", measured.notifiers());
    return cell;
  }

  private static Map<String, Object> swap(Swap swap) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("order", swap.order().name());
    object.put("first", swap.first());
    object.put("second", swap.second());
    object.put("better", swap.better());
    object.put("worse", swap.worse());
    object.put("faults", swap.changed().stream().map(NotifierFault::text).toList());
    return object;
  }

  static String csv(OrdersResult result) {
    StringBuilder lines =
        new StringBuilder(
            "order,notifier,fault,crash_kernel,dump_complete,pstore,host_told,console,"
                + "nanos,exhausted,worst_outcome\n");
    for (OrderResult order : result.orders()) {
      for (int i = 0; i < order.measured().size(); i++) {
        NotifierFault fault = order.faults().get(i);
        Score score = order.score(i);
        lines
            .append(quoted(order.order().name()))
            .append(',')
            .append(fault.notifier())
            .append(',')
            .append(fault.kind())
            .append(',')
            .append(truths(score))
            .append(',')
            .append(score.nanos() == Score.NEVER ? "" : score.nanos())
            .append(',')
            .append(score.exhausted())
            .append(',')
            .append(quoted(score.outcomes().get(0)))
            .append('\n');
      }
    }
    return lines.toString();
  }

  private static String truths(Score score) {
    return score.entered()
        + ","
        + score.complete()
        + ","
        + score.pstore()
        + ","
        + score.told()
        + ","
        + score.console();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
