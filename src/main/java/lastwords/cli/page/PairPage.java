package lastwords.cli.page;

import lastwords.json.Json;
import lastwords.trace.page.RunPage;

/** Two runs as the page that compares them gets them. */
public record PairPage(RunPage left, RunPage right) {
  /** As JSON that may stand inside of HTML. */
  String json() {
    return Json.of(this).replace("<", "\\u003c");
  }
}
