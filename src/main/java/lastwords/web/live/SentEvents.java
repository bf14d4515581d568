package lastwords.web.live;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/**
 * Server-sent events, each of which replaces the previous one of the same name; sent only if
 * changed.
 */
final class SentEvents {
  private static final int QUIET_ROUNDS = 10;

  private final Writer out;
  private final Map<String, String> sent = new HashMap<>();
  private int quiet;

  SentEvents(Writer out) {
    this.out = out;
  }

  /**
   * Sends the current value.
   *
   * @param json in one line
   */
  void stands(String name, String json) throws IOException {
    if (!json.equals(sent.put(name, json))) {
      happened(name, json);
    }
  }

  /** Sends an event that adds to earlier ones. */
  void happened(String name, String json) throws IOException {
    out.write("event: " + name + "\ndata: " + json + "\n\n");
    quiet = 0;
  }

  /** Ends a round. Writing to the client reveals whether it has gone. */
  void round() throws IOException {
    if (++quiet >= QUIET_ROUNDS) {
      out.write(": keep-alive\n\n");
      quiet = 0;
    }
    out.flush();
  }
}
