package lastwords.cli.sampling;

import java.io.PrintStream;
import java.util.List;
import lastwords.cli.cases.FaultSums;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.engine.sample.Share;
import lastwords.engine.sample.Tally;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Case;

/**
 * A readable report of a sample: how often each outcome occurred, how long its runs were, and which
 * to look at.
 */
final class SampleReport {
  private final Output output;
  private final PrintStream out;
  private final SampleText text;

  SampleReport(Output output, SampleText text) {
    this.output = output;
    this.out = output.out();
    this.text = text;
  }

  void print(Case made, Tally tally, boolean interrupted) {
    List<Share> shares = tally.shares();
    heading(made, tally);
    if (interrupted) {
      output.text(output.red("interrupted: these are the runs so far"));
    }
    if (shares.isEmpty()) {
      return;
    }
    table(shares);
    lengths(shares);
    faults(tally);
    again(shares);
    reachable(shares);
  }

  private void reachable(List<Share> shares) {
    for (int i = 0; i < shares.size() && !text.reachable().isEmpty(); i++) {
      String said = text.reachable().get(shares.get(i).outcome().summary());
      output.text((i == 0 ? "\n" : "") + "outcome " + (i + 1) + ": " + said);
    }
  }

  private void faults(Tally tally) {
    List<String> lines = FaultSums.lines(tally.faults(), tally.runs());
    for (int i = 0; i < lines.size(); i++) {
      output.text((i == 0 ? "\n" : "") + lines.get(i));
    }
  }

  private void heading(Case made, Tally tally) {
    String variant = made.variant().equals("default") ? "" : " (" + made.variant() + ")";
    long last = text.firstSeed() + tally.runs() - 1;
    String seeds =
        switch (tally.runs()) {
          case 0 -> "";
          case 1 -> ", seed " + last;
          default -> ", seeds " + text.firstSeed() + " to " + last;
        };
    output.text(
        made.scenario()
            + variant
            + ", kernel "
            + made.kernel().name()
            + ", machine "
            + made.machine().name()
            + ": "
            + Wording.count(tally.runs(), "run")
            + ", "
            + text.plan().text()
            + seeds);
    if (text.plan().guarantee().isPresent()) {
      output.text(text.plan().guaranteeText());
    }
  }

  private void table(List<Share> shares) {
    Table table = new Table("#", "runs", "share", "95 % interval", "outcome");
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      table.row(
          Integer.toString(i + 1),
          Integer.toString(share.runs()),
          SampleText.percent((double) share.runs() / all(shares)),
          SampleText.interval(share.interval()),
          share.outcome().summary());
    }
    table.print(output);
  }

  private static int all(List<Share> shares) {
    return shares.stream().mapToInt(Share::runs).sum();
  }

  private void lengths(List<Share> shares) {
    out.println();
    Table table = new Table("#", text.lengths() + ": median", "95 % within", "longest", "of seed");
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      table.row(
          Integer.toString(i + 1),
          text.length(share.median()),
          text.length(share.p95()),
          text.length(share.longest()),
          Long.toString(share.slowestSeed()));
    }
    table.print(output);
  }

  private void again(List<Share> shares) {
    out.println();
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      output.command("outcome " + (i + 1) + ", first:   ", text.again(share.firstSeed()));
      if (share.slowestSeed() != share.firstSeed()) {
        output.command("outcome " + (i + 1) + ", longest: ", text.again(share.slowestSeed()));
      }
    }
  }
}
