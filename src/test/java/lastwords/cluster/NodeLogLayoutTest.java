package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NodeLogLayoutTest {
  @Test
  void aLineIsOneObjectWithMachineCpuAndEmulatedTime() throws IOException {
    LoggerContext context = new LoggerContext();
    Logger logger = context.getLogger("lastwords.part.cpu");
    LoggingEvent event =
        new LoggingEvent(
            "",
            logger,
            Level.INFO,
            "fault {}\nof \"two\"",
            new IOException("no"),
            new Object[] {7});
    event.setMDCPropertyMap(Map.of("machine", "m-1", "cpu", "3", "nanos", "1234567"));
    NodeLogLayout layout = new NodeLogLayout();
    layout.setNode("node-a");
    String line = layout.doLayout(event);
    assertThat(line).endsWith("\n").doesNotContain("\n{");
    assertThat(line.strip()).doesNotContain("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("node").asText()).isEqualTo("node-a");
    assertThat(json.get("machine").asText()).isEqualTo("m-1");
    assertThat(json.get("cpu").asInt()).isEqualTo(3);
    assertThat(json.get("nanos").asLong()).isEqualTo(1234567);
    assertThat(json.get("message").asText()).isEqualTo("fault 7\nof \"two\"");
    assertThat(json.get("exception").asText()).contains("IOException: no");
  }
}
