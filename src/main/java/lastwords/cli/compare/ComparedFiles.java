package lastwords.cli.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lastwords.cli.cases.Reproduction;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.search.ExploreReport;
import lastwords.cli.witness.WitnessFiles;
import lastwords.engine.compare.Seen;
import lastwords.engine.witness.RunSpec;
import lastwords.scenario.Catalog;

/** The runs that show the outcomes of a comparison; written to files if a folder is given. */
final class ComparedFiles {

  private final WitnessFiles files;
  private final Optional<Path> folder;
  private int number;

  ComparedFiles(Catalog catalog, Optional<Path> folder) {
    this.files = new WitnessFiles(catalog);
    this.folder = folder;
  }

  /** How to repeat the run: a command line, or if there is none, the schedule. */
  String again(Compared one, OnSide side, Seen seen) throws IOException {
    if (folder.isPresent()) {
      Path file = files.write(folder.get(), ++number, side.witness(one, seen));
      return "lastwords replay " + file;
    }
    if (seen.runSpec() instanceof RunSpec.Scheduled scheduled) {
      return ExploreReport.ending(scheduled.schedule());
    }
    long seed = ((RunSpec.Seeded) seen.runSpec()).seed();
    return Reproduction.of(one.scenario(), one.variant(), side.overrides(), seed);
  }
}
