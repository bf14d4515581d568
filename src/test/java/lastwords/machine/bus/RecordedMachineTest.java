package lastwords.machine.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import lastwords.machine.bus.MachineConfig.Pram;
import org.junit.jupiter.api.Test;

/** Machines of recordings, which may be older than this program. */
class RecordedMachineTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aMachineIsReadAsItWasRecorded() throws JsonProcessingException {
    for (LockKind kind : LockKind.values()) {
      MachineConfig machine =
          new MachineConfig(
              "m",
              2,
              true,
              kind,
              List.of(),
              new Pram(0, 0),
              false,
              false,
              HostActions.USUAL,
              Timing.DEFAULT);
      String json = JSON.writeValueAsString(machine);
      assertThat(json).contains("\"queuedLocks\":" + (kind == LockKind.QUEUED));
      assertThat(JSON.readValue(json, MachineConfig.class)).isEqualTo(machine);
    }
  }

  @Test
  void whatPvpanicDidIsReadAsWhatTheHostDoes() throws JsonProcessingException {
    for (HostActions.Action action : HostActions.Action.values()) {
      HostActions host = JSON.readValue('"' + action.name() + '"', HostActions.class);
      assertThat(host.of("pvpanic", "panicked")).isEqualTo(action);
      assertThat(JSON.readValue(JSON.writeValueAsString(host), HostActions.class)).isEqualTo(host);
    }
  }
}
