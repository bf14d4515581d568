package lastwords.cli.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.console.JsonReport;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Seen;

/** A review as one JSON object. */
final class ReviewJson {
  private final ReviewStories stories;

  ReviewJson(ReviewStories stories) {
    this.stories = stories;
  }

  String of(Reviewed review) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("patch", review.patch());
    members.put("changed", review.changed());
    members.put("cases", review.compared().stream().map(this::one).toList());
    members.put("notReached", review.notReached());
    members.put("notTried", review.notTried());
    if (review.interrupted()) {
      members.put("interrupted", true);
    }
    members.put("misfits", review.misfits().stream().map(Misfit::text).toList());
    members.put(
        "notFitting", review.misfits().stream().flatMap(it -> it.cases().stream()).toList());
    return JsonReport.document("review", members);
  }

  private Map<String, Object> one(Compared one) {
    Comparison comparison = one.comparison().orElseThrow();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("scenario", one.scenario());
    members.put("variant", one.variant());
    members.put("change", comparison.change().word());
    members.put("worseIn", comparison.change().worse());
    members.put("betterIn", comparison.change().better());
    members.put("decided", comparison.decided());
    members.put("outcomes", rows(one));
    return members;
  }

  private List<Map<String, Object>> rows(Compared one) {
    return one.comparison().orElseThrow().rows().stream().map(it -> row(one, it)).toList();
  }

  private Map<String, Object> row(Compared one, Comparison.Row row) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("outcome", row.outcome());
    members.put("before", row.before().map(Seen::often).orElse("never"));
    members.put("after", row.after().map(Seen::often).orElse("never"));
    members.put("change", row.change());
    if (row.changed()) {
      row.before().ifPresent(it -> shown("Before", one, one.first(), it, members));
      row.after().ifPresent(it -> shown("After", one, one.second(), it, members));
    }
    return members;
  }

  /** A run that shows the outcome on this side. */
  private void shown(
      String when, Compared one, Optional<OnSide> side, Seen seen, Map<String, Object> members) {
    try {
      members.put("again" + when, stories.again(one, side.orElseThrow(), seen));
      members.put("story" + when, stories.story(side.orElseThrow(), seen));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
