package lastwords.cli.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import lastwords.json.Json;
import lastwords.trace.page.RunPage;
import lastwords.web.page.PageServer.Question;

/**
 * A run that {@code ui} shows.
 *
 * @param schedule its choices, when it has a schedule that can be followed by hand
 * @param questions what its page may ask, by path
 */
record Opened(
    @JsonUnwrapped RunPage run,
    List<String> schedule,
    @JsonIgnore Map<String, Question> questions) {
  Opened(RunPage run) {
    this(run, List.of(), Map.of());
  }

  /** As JSON that may stand inside of HTML. */
  String json() {
    return Json.of(this).replace("<", "\\u003c");
  }
}
