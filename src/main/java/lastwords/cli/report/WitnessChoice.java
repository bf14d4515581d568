package lastwords.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lastwords.cli.report.block.Severity;
import lastwords.cli.report.block.Swimlane;
import lastwords.cli.witness.WitnessFiles;
import lastwords.cli.witness.WitnessSetup;
import lastwords.engine.walk.Replay;
import lastwords.engine.witness.Witness;
import lastwords.outcome.OutcomeWords;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.ScenarioException;

/** Chooses the witnesses whose runs a report shows: the worst ones. */
final class WitnessChoice {
  private record Known(Path file, Witness witness, boolean unexpected) {
    Severity severity() {
      return Severity.of(OutcomeWords.in(witness.outcome()));
    }
  }

  private static final Comparator<Known> WORST_FIRST =
      Comparator.comparing(Known::unexpected)
          .thenComparing(Known::severity)
          .reversed(); // stable: equals stay in the order of their files

  private final WitnessFiles files = new WitnessFiles(Catalog.standard());
  private final List<String> problems;

  /**
   * @param problems receives what cannot be shown, and why
   */
  WitnessChoice(List<String> problems) {
    this.problems = problems;
  }

  /**
   * The runs.
   *
   * @param most maximum number
   */
  List<Swimlane> lanes(Collection<Path> witnesses, List<ResultFile> results, int most)
      throws IOException {
    Set<String> unexpected = unexpected(results);
    List<Known> known = new ArrayList<>();
    for (Path file : witnesses) {
      try {
        Witness witness = files.read(file);
        known.add(new Known(file, witness, unexpected.contains(key(witness))));
      } catch (ScenarioException e) {
        problems.add(e.lines().get(0));
      }
    }
    known.sort(WORST_FIRST);
    List<Swimlane> lanes = new ArrayList<>();
    for (Known one : known) {
      if (lanes.size() < most) {
        add(one, lanes);
      }
    }
    return lanes;
  }

  private void add(Known one, List<Swimlane> lanes) throws IOException {
    try {
      Case made = files.made(one.witness());
      String file = one.file().toString();
      ShownRun run =
          new ShownRun(
              "lastwords replay " + file,
              one.witness(),
              made,
              WitnessSetup.of(file, one.witness(), made));
      lanes.add(WitnessLanes.of("run" + lanes.size(), run));
    } catch (ScenarioException e) {
      problems.add(e.lines().get(0));
    } catch (Replay.ImpossibleException e) {
      problems.add(one.file() + ": " + e.getMessage());
    }
  }

  private static String key(Witness witness) {
    String name = witness.scenario().replaceFirst("\\.conf$", "");
    boolean plain = witness.variant().equals(Scenario.DEFAULT);
    String stem = name.substring(name.lastIndexOf('/') + 1);
    return stem + (plain ? "" : ":" + witness.variant()) + " " + witness.outcome();
  }

  /** The outcomes that tests do not allow, by the last part of their case's name. */
  private static Set<String> unexpected(List<ResultFile> results) {
    Set<String> keys = new HashSet<>();
    results.stream()
        .filter(it -> it.kind().equals("test"))
        .flatMap(it -> ResultMembers.objects(it.json(), "results").stream())
        .forEach(
            one -> {
              String name = ResultMembers.caseName(one);
              String stem = name.substring(name.lastIndexOf('/') + 1);
              ResultMembers.objects(one, "outcomes").stream()
                  .filter(it -> !it.path("allowed").asBoolean())
                  .forEach(it -> keys.add(stem + " " + ResultMembers.outcome(it)));
            });
    return keys;
  }
}
