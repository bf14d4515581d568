package lastwords.trace.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;

/** What reaches each console and pstore, and when. */
public final class SinkWords {
  /**
   * Some text in its sink.
   *
   * @param step the step that sends it there
   */
  public record Words(int step, String text) {}

  private final StepNames names;
  private final Map<String, List<Words>> sinks = new TreeMap<>();

  /**
   * @param sinks all sinks, including those that nothing reaches
   */
  SinkWords(StepNames names, Collection<String> sinks) {
    this.names = names;
    sinks.forEach(it -> this.sinks.put(it, new ArrayList<>()));
  }

  /**
   * @param at index of the step
   */
  void step(StepRecord step, int at) {
    switch (step.operation()) {
      case UART_TX -> add(names.target(step), at, sent(step));
      case PRAM_WRITE -> add("pstore", at, record(step));
      case FIRMWARE -> {
        if (names.builtin(step) == Builtin.DISK_WRITE && step.result() >= 0) {
          add("vmcore-dmesg", at, names.textOf(step.argument()) + "\n");
        }
      }
      case NOTE -> {
        if (names.builtin(step) == Builtin.CRASH_SAID) {
          add("crash kernel", at, names.textOf(step.argument()) + "\n");
        }
      }
      default -> {
        // no words
      }
    }
  }

  /** What it starts to send: a trace does not show how much of it is sent. */
  private String sent(StepRecord step) {
    return step.result() == 0 ? "" : names.textOf(step.argument());
  }

  private String record(StepRecord step) {
    boolean failed = step.result() < 0;
    return failed
        ? "(a record could not be written: " + step.result() + ")\n"
        : names.textOf(step.argument()) + "\n";
  }

  private void add(String sink, int at, String text) {
    sinks.computeIfAbsent(sink, it -> new ArrayList<>()).add(new Words(at, text));
  }

  /** By the names of the sinks. */
  Map<String, List<Words>> all() {
    return sinks;
  }
}
