package lastwords.cli.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import lastwords.json.Json;
import lastwords.trace.page.RunPage;
import lastwords.web.page.PageServer.Question;

/**
 * A run shown by {@code ui}.
 *
 * @param schedule its choices, if it has a schedule that can be followed by hand
 * @param questions queries of its page, by path
 */
record Opened(
    @JsonUnwrapped RunPage run,
    List<String> schedule,
    @JsonIgnore Map<String, Question> questions) {
  Opened(RunPage run) {
    this(run, List.of(), Map.of());
  }

  /** As JSON. */
  String json() {
    return Json.of(this);
  }
}
