package lastwords.cli.page;

import lastwords.json.Json;
import lastwords.trace.page.RunPage;

/** Two runs in the form sent to the page that compares them. */
public record PairPage(RunPage left, RunPage right) {
  /** As JSON. */
  String json() {
    return Json.of(this);
  }
}
