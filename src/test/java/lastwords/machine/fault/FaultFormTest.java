package lastwords.machine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of faults in recordings does not change: what was recorded once can always be read. */
class FaultFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String written(String kind, int cpu, int device, long nanos, int factor) {
    return "{\"id\":3,\"kind\":\""
        + kind
        + "\",\"cpu\":"
        + cpu
        + ",\"from\":-1,\"vector\":-1,\"function\":\"f\",\"lock\":\"\",\"device\":"
        + device
        + ",\"atNanos\":7,\"nanos\":"
        + nanos
        + ",\"factor\":"
        + factor
        + ",\"probability\":50,\"interval\":2,\"times\":-1,\"space\":1}";
  }

  @ParameterizedTest
  @CsvSource({
    "DROP_INTERRUPT, 1, -1, -1, 1",
    "DELAY_INTERRUPT, -1, -1, 5000, 1",
    "DUPLICATE_INTERRUPT, -1, -1, -1, 1",
    "REORDER_INTERRUPT, 0, -1, -1, 1",
    "STALL_CPU, 1, -1, 5000, 1",
    "STALL_CPU, 1, -1, -1, 1",
    "CORRUPT_IDT, 0, -1, -1, 1",
    "SLOW_CONSOLE, -1, 1, -1, 10",
    "WEDGE_CONSOLE, -1, 0, -1, 1",
    "GARBLE_CONSOLE, -1, 0, -1, 1",
    "FAIL_PSTORE, -1, -1, -1, 1",
    "FULL_PSTORE, -1, -1, -1, 1",
    "SLOW_PSTORE, -1, -1, -1, 3",
    "NO_CRASH_KERNEL, -1, -1, -1, 1",
    "NMI_BUTTON, -1, -1, -1, 1",
    "NMI_BUTTON, 2, -1, -1, 1",
    "HYPERVISOR_SILENT, -1, -1, -1, 1",
  })
  void whatIsReadIsWrittenAgain(String kind, int cpu, int device, long nanos, int factor)
      throws JsonProcessingException {
    String json = written(kind, cpu, device, nanos, factor);
    Fault fault = JSON.readValue(json, Fault.class);
    assertThat(fault.word()).isEqualTo(kind);
    assertThat(JSON.writeValueAsString(fault)).isEqualTo(json);
  }

  @Test
  void whatIsNoFaultIsRefused() {
    for (String kind : new String[] {"NO_SUCH_INTERRUPT", "NO_SUCH_CONSOLE", ""}) {
      assertThatThrownBy(() -> JSON.readValue(written(kind, 0, 0, 0, 1), Fault.class))
          .as(kind)
          .isInstanceOf(JsonProcessingException.class);
    }
    assertThatThrownBy(() -> JSON.readValue("{\"kind\":null}", Fault.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}
