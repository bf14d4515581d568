package lastwords.cli.page;

import lastwords.json.Json;
import lastwords.trace.page.RunPage;

/** Two runs in the form sent to the page that compares them. */
public record PairPage(RunPage left, RunPage right) {
  /** As JSON that can be embedded in HTML. */
  String json() {
    return Json.of(this).replace("<", "\\u003c");
  }
}
