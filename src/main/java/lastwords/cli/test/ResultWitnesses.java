package lastwords.cli.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.witness.WitnessFiles;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.outcome.Outcome;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;

/** The runs of cases as files. */
final class ResultWitnesses {
  private final WitnessFiles files = new WitnessFiles(Catalog.standard());
  private final Path folder;
  private final boolean all;
  private int number;

  /**
   * @param all also of cases that are as expected?
   */
  ResultWitnesses(Path folder, boolean all) {
    this.folder = folder;
    this.all = all;
  }

  /** Writes a file for each outcome of each such case; returns the files. */
  List<Path> write(List<CaseResult> results) throws IOException {
    List<Path> written = new ArrayList<>();
    for (CaseResult result : results) {
      if ((all || !result.ok()) && !result.broken()) {
        Setup setup = result.made().setup();
        for (Outcome outcome : result.observed().keySet()) {
          RunSpec runSpec = runSpec(result, outcome);
          Witness witness =
              Witness.of(
                  result.named().name(),
                  result.made().variant(),
                  Overrides.NONE,
                  setup,
                  runSpec,
                  outcome.summary());
          written.add(files.write(folder, ++number, witness));
        }
      }
    }
    return written;
  }

  private static RunSpec runSpec(CaseResult result, Outcome outcome) {
    if (result.exploration().isEmpty()) {
      return new RunSpec.Seeded(result.firstSeeds().get(outcome));
    }
    boolean earlyTimeouts = result.made().checkMethod().earlyTimeouts();
    Finding finding =
        result.exploration().get().findings().stream()
            .filter(it -> it.outcome().equals(outcome))
            .findFirst()
            .orElseThrow();
    return RunSpec.Scheduled.of(finding, earlyTimeouts);
  }
}
