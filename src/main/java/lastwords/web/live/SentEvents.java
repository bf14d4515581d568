package lastwords.web.live;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/** Server-sent events of which each replaces the one of its name: sent when it has changed. */
final class SentEvents {
  private static final int QUIET_ROUNDS = 10;

  private final Writer out;
  private final Map<String, String> sent = new HashMap<>();
  private int quiet;

  SentEvents(Writer out) {
    this.out = out;
  }

  /**
   * Sends what stands now.
   *
   * @param json in one line
   */
  void stands(String name, String json) throws IOException {
    if (!json.equals(sent.put(name, json))) {
      happened(name, json);
    }
  }

  /** Sends something that comes on top of what was sent. */
  void happened(String name, String json) throws IOException {
    out.write("event: " + name + "\ndata: " + json + "\n\n");
    quiet = 0;
  }

  /** All of a round is said. A client that has gone is noticed by writing to it. */
  void round() throws IOException {
    if (++quiet >= QUIET_ROUNDS) {
      out.write(": keep-alive\n\n");
      quiet = 0;
    }
    out.flush();
  }
}
