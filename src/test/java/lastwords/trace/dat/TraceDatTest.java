package lastwords.trace.dat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.SmallTrace;
import lastwords.trace.StepNames;
import org.junit.jupiter.api.Test;

/** The contents of a trace.dat. */
final class TraceDatTest {
  private static final int IRQS_OFF = 1;
  private static final int UNKNOWN = 2;
  private static final int NMI = 64 | 8; // trace-cmd has no letter for an NMI alone

  private interface Steps {
    void writeTo(TraceDat dat) throws IOException;
  }

  private static DatReader read(Steps steps) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TraceDat dat = new TraceDat(SmallTrace.names())) {
      steps.writeTo(dat);
      dat.writeTo(bytes);
    }
    return new DatReader(bytes.toByteArray());
  }

  private static DatReader small() throws IOException {
    return read(dat -> SmallTrace.steps().forEach(dat::step));
  }

  private static String told(DatReader.Event event) {
    return event.nanos() + " " + event.flags() + " " + event.system() + ":" + event.name();
  }

  @Test
  void stepsAreEventsOfTheKernelWhereItHasThem() throws IOException {
    assertThat(small().events().stream().filter(it -> it.cpu() == 0).map(TraceDatTest::told))
        .containsExactly(
            "1000 0 printk:console",
            "1200 0 ipi:ipi_send_cpu",
            "1300 0 ipi:ipi_send_cpu",
            "1350 0 ipi:ipi_send_cpu",
            "1600 " + IRQS_OFF + " lock:contention_begin",
            "2001950 " + IRQS_OFF + " lock:contention_end",
            "2001950 " + IRQS_OFF + " lastwords:step",
            "2002000 " + IRQS_OFF + " lock:lock_release",
            "1000000000 0 lock:lock_acquire",
            "1000000100 0 power:cpu_idle",
            "1000000200 " + UNKNOWN + " lastwords:step");
    assertThat(small().events().stream().filter(it -> it.cpu() == 1).map(TraceDatTest::told))
        .containsExactly(
            "1100 " + IRQS_OFF + " lock:lock_acquire",
            "1400 " + UNKNOWN + " lastwords:step",
            "1450 " + UNKNOWN + " lastwords:step",
            "1500 " + UNKNOWN + " lastwords:step",
            "1500 " + IRQS_OFF + " lastwords:step",
            "1700 " + (IRQS_OFF | NMI) + " lastwords:step",
            "1800 " + (IRQS_OFF | NMI) + " nmi:nmi_handler",
            "1900 " + IRQS_OFF + " lock:lock_release");
  }

  @Test
  void fieldsHoldWhatHappened() throws IOException {
    List<DatReader.Event> events = small().events();
    Map<String, Map<String, String>> last = new HashMap<>();
    events.forEach(it -> last.put(it.name() + it.cpu(), it.fields()));
    assertThat(last.get("console0")).containsEntry("msg", "hello\n");
    assertThat(last.get("ipi_send_cpu0")).containsEntry("cpu", "1");
    assertThat(last.get("contention_begin0"))
        .containsEntry("name", "logbuf_lock")
        .containsEntry("flags", "1");
    assertThat(last.get("contention_end0"))
        .containsEntry("lock_addr", last.get("contention_begin0").get("lock_addr"));
    assertThat(last.get("lock_acquire0")).containsEntry("flags", "1");
    assertThat(last.get("nmi_handler1")).containsEntry("delta_ns", "300");
    assertThat(last.get("step0"))
        .containsEntry("what", "fault rule 3")
        .containsEntry("op", "fault");
    assertThat(last.get("step1"))
        .containsEntry("what", "store buf.second@cpu0 7")
        .containsEntry("target", "buf.second@cpu0")
        .containsEntry("function", "handler")
        .containsEntry("place", "panic.c:7");
  }

  @Test
  void cpusAreTasks() throws IOException {
    assertThat(small().tasks()).isEqualTo("1 cpu0\n2 cpu1\n3 machine\n");
    assertThat(small().events()).filteredOn(it -> it.cpu() == 1).allMatch(it -> it.pid() == 2);
    assertThat(small().events()).last().extracting(DatReader.Event::cpu).isEqualTo(1);
    assertThat(small().events()).filteredOn(it -> it.pid() == 3).hasSize(1);
    assertThat(small().symbols()).matches("(?s)ffffffff81000000 T panic\n.*");
  }

  @Test
  void longTracesTurnPagesAndKeepTheirTimes() throws IOException {
    StepNames names = SmallTrace.names();
    int steps = 2000;
    long second = 1_000_000_000;
    DatReader read =
        read(
            dat -> {
              for (int i = 0; i < steps; i++) {
                dat.step(StepRecord.of(i, i * second, i % 2, Operation.FAULT, i, 0, 0));
              }
            });
    assertThat(names.cpus()).isEqualTo(2);
    assertThat(read.events()).hasSize(steps);
    for (DatReader.Event event : read.events()) {
      long number = event.nanos() / second;
      assertThat(event.fields()).containsEntry("what", "fault rule " + number);
      assertThat(event.cpu()).isEqualTo((int) number % 2);
    }
  }
}
