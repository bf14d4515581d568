package lastwords.cluster;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import lastwords.json.Json;

/**
 * A node's log, one JSON object per line: time, level, logger, node, context (machine, part, cpu,
 * nanos of emulated time), message, exception.
 */
public final class NodeLogLayout extends LayoutBase<ILoggingEvent> {

  /** Context keys of Akka that would be the same in every line. */
  private static final Set<String> AKKA =
      Set.of("akkaAddress", "akkaTimestamp", "akkaUid", "sourceActorSystem", "sourceThread");

  private String node = "";

  /** Sets the node's name; called by logback's configuration. */
  public void setNode(String node) {
    this.node = node;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(line)) {
      write(json, event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.append('\n').toString();
  }

  private void write(JsonGenerator json, ILoggingEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
    json.writeStringField("level", event.getLevel().toString());
    json.writeStringField("logger", event.getLoggerName());
    json.writeStringField("node", node);
    for (var entry : new TreeMap<>(event.getMDCPropertyMap()).entrySet()) {
      if (!AKKA.contains(entry.getKey())) {
        field(json, entry.getKey(), entry.getValue());
      }
    }
    json.writeStringField("message", event.getFormattedMessage());
    if (event.getThrowableProxy() != null) {
      json.writeStringField("exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, String name, String value) throws IOException {
    boolean number = (name.equals("cpu") || name.equals("nanos")) && value.matches("-?\\d{1,18}");
    if (number) {
      json.writeNumberField(name, Long.parseLong(value));
    } else {
      json.writeStringField(name, value);
    }
  }
}
