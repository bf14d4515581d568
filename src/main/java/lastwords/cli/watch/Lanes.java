package lastwords.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lastwords.kernelc.source.Wording;
import lastwords.trace.page.PageMoments;

/**
 * A row for each CPU: its last events as a strip, the current one at its right end, and where it
 * is.
 */
final class Lanes {
  static final String LEGEND =
      "*: event   -: task   =: irqs off   ~: waits   s: softirq   I: interrupt   N: NMI";
  private static final int NAME = 6;
  private static final int IRQS_OFF = 4; // bits of a context, as in StepColumns
  private static final int WAITS = 16;

  private final CpuHistory history;
  private final List<PageMoments.Line> story;
  private final int cpus;
  private final Paint paint;

  Lanes(CpuHistory history, List<PageMoments.Line> story, int cpus, Paint paint) {
    this.history = history;
    this.story = story;
    this.cpus = cpus;
    this.paint = paint;
  }

  /** At most {@code most} rows: if there are more CPUs, those that did something last. */
  List<String> rows(int event, int most, int columns) {
    List<Integer> shown = shown(event, cpus > most ? most - 1 : cpus);
    List<String> rows = new ArrayList<>();
    shown.forEach(cpu -> rows.add(row(cpu, event, columns)));
    if (shown.size() < cpus) {
      rows.add(
          paint.faint(
              Paint.fit("      and " + Wording.count(cpus - shown.size(), "more CPU"), columns)));
    }
    return rows;
  }

  private List<Integer> shown(int event, int count) {
    return IntStream.range(0, cpus)
        .boxed()
        .sorted((a, b) -> Integer.compare(history.latest(event, b), history.latest(event, a)))
        .limit(count)
        .sorted()
        .toList();
  }

  private String row(int cpu, int event, int columns) {
    int strip = (columns - NAME) / 2;
    StringBuilder row = new StringBuilder(paint.bold(Paint.fit("cpu" + cpu, NAME)));
    for (int at = event - strip + 2; at <= event; at++) {
      row.append(at < 0 ? " " : cell(cpu, at));
    }
    int room = columns - NAME - strip;
    return row.append("  ").append(Paint.fit(now(cpu, event), room - 1)).toString();
  }

  private String cell(int cpu, int event) {
    if (story.get(event).cpu() == cpu) {
      return coloured(history.context(event, cpu), "*");
    }
    return history.begun(event, cpu)
        ? coloured(history.context(event, cpu), sign(history.context(event, cpu)))
        : " ";
  }

  private static String sign(int context) {
    if ((context & WAITS) != 0) {
      return "~";
    }
    return switch (context & IRQS_OFF - 1) {
      case 3 -> "N";
      case 2 -> "I";
      case 1 -> "s";
      default -> (context & IRQS_OFF) != 0 ? "=" : "-";
    };
  }

  private String coloured(int context, String sign) {
    return switch (context & IRQS_OFF - 1) {
      case 3 -> paint.red(sign);
      case 2 -> paint.yellow(sign);
      case 1 -> paint.cyan(sign);
      default -> paint.green(sign);
    };
  }

  private String now(int cpu, int event) {
    if (!history.begun(event, cpu)) {
      return "(nothing yet)";
    }
    String place = history.place(event, cpu);
    String deed = history.deed(event, cpu);
    return place.isEmpty() ? deed : place + "  " + deed;
  }
}
