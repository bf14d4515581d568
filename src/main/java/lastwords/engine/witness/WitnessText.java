package lastwords.engine.witness;

import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lastwords.engine.walk.Schedule;
import lastwords.kernelc.source.Wording;

/** A witness as HOCON. Its first line names the format. */
public final class WitnessText {
  /** The first line of every such file. */
  public static final String FIRST_LINE = "format = lastwords-witness-1";

  private WitnessText() {}

  /** The text, which {@link WitnessReader} reads. */
  public static String of(Witness witness) {
    List<String> lines = new ArrayList<>(List.of(FIRST_LINE));
    lines.add("# Replay it with: lastwords replay FILE");
    lines.add("outcome = " + quoted(witness.outcome()));
    lines.add("");
    lines.add("scenario = " + quoted(witness.scenario()));
    lines.add("variant = " + quoted(witness.variant()));
    changes(witness, lines);
    reduction(witness.reduction(), lines);
    lines.add("# of the compiled kernel, and of the hardware, its timing, faults and work");
    lines.add("kernel-hash = " + quoted(witness.kernel()));
    lines.add("machine-hash = " + quoted(witness.machine()));
    lines.add("");
    runSpec(witness.runSpec(), lines);
    return String.join("\n", lines) + "\n";
  }

  private static void changes(Witness witness, List<String> lines) {
    witness.overrides().kernel().ifPresent(it -> lines.add("kernel = " + quoted(it)));
    witness.overrides().machine().ifPresent(it -> lines.add("machine = " + quoted(it)));
    witness
        .overrides()
        .set()
        .forEach((key, value) -> lines.add("set." + quoted(key) + " = " + quoted(value)));
  }

  private static void reduction(Reduction less, List<String> lines) {
    less.cpus().ifPresent(cpus -> lines.add("cpus = " + cpus));
    if (!less.idle().isEmpty()) {
      lines.add("idle-cpus = " + less.idle());
    }
    if (!less.withoutFaults().isEmpty()) {
      lines.add("without-faults = " + less.withoutFaults());
    }
  }

  private static void runSpec(RunSpec runSpec, List<String> lines) {
    if (runSpec instanceof RunSpec.Seeded seeded) {
      lines.add("seed = " + seeded.seed());
    } else if (runSpec instanceof RunSpec.Scheduled scheduled) {
      lines.add("# " + Wording.count(scheduled.schedule().size(), "choice"));
      lines.add("ends = " + scheduled.cause().name().toLowerCase(Locale.ROOT));
      if (scheduled.earlyTimeouts()) {
        lines.add("early-timeouts = yes");
      }
      if (!scheduled.reduced()) {
        lines.add("# found without reduction: steps are those of an unreduced search");
        lines.add("reduced = no");
      }
      lines.add("schedule = \"\"\"");
      Schedule.lines(scheduled.schedule()).forEach(line -> lines.add("  " + line));
      lines.add("\"\"\"");
      if (!scheduled.cycle().isEmpty()) {
        lines.add(
            "# and then for ever, "
                + Wording.count(scheduled.cycle().size(), "choice")
                + " per cycle");
        lines.add("cycle = \"\"\"");
        Schedule.lines(scheduled.cycle()).forEach(line -> lines.add("  " + line));
        lines.add("\"\"\"");
      }
    }
  }

  private static String quoted(String text) {
    return ConfigUtil.quoteString(text);
  }
}
