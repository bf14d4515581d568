package lastwords.cli.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cli.console.JsonReport;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Seen;

/** A review as one JSON object. */
final class ReviewJson {
  private ReviewJson() {}

  static String of(Reviewed review) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("patch", review.patch());
    members.put("changed", review.changed());
    members.put("cases", review.compared().stream().map(ReviewJson::one).toList());
    members.put("notReached", review.notReached());
    members.put("notTried", review.notTried());
    members.put("misfits", review.misfits());
    return JsonReport.document("review", members);
  }

  private static Map<String, Object> one(Compared one) {
    Comparison comparison = one.comparison().orElseThrow();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("scenario", one.scenario());
    members.put("variant", one.variant());
    members.put("change", comparison.change().word());
    members.put("worseIn", comparison.change().worse());
    members.put("betterIn", comparison.change().better());
    members.put("decided", comparison.decided());
    members.put("outcomes", rows(comparison));
    return members;
  }

  private static List<Map<String, Object>> rows(Comparison comparison) {
    return comparison.rows().stream().map(ReviewJson::row).toList();
  }

  private static Map<String, Object> row(Comparison.Row row) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("outcome", row.outcome());
    members.put("before", row.before().map(Seen::often).orElse("never"));
    members.put("after", row.after().map(Seen::often).orElse("never"));
    members.put("change", row.change());
    return members;
  }
}
