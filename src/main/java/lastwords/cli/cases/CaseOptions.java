package lastwords.cli.cases;

import java.util.Optional;
import lastwords.cli.console.Output;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.setting.Overrides;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Selects a case: a scenario, one of its variants, and changes by the command line. */
public final class CaseOptions {
  @Parameters(
      paramLabel = "SCENARIO",
      completionCandidates = Candidates.Scenarios.class,
      description = "a name from 'lastwords list', or a file; SCENARIO:VARIANT selects a variant")
  private String scenario = "";

  @Option(
      names = "--variant",
      paramLabel = "V",
      completionCandidates = Candidates.Variants.class,
      description = "one of the scenario's variants")
  private String variant = Scenario.DEFAULT;

  @Option(
      names = "--kernel",
      paramLabel = "K",
      completionCandidates = Candidates.Kernels.class,
      description = "another kernel: 5.2, 5.2+panic-lock-safe, 5.2+./my.c")
  private Optional<String> kernel = Optional.empty();

  @Mixin private ConditionOptions conditions = new ConditionOptions();

  public Case find(Catalog catalog) {
    return catalog.scenario(scenario()).variant(variant(), overrides());
  }

  /** The case; prints warnings about likely mistakes in it. */
  public Case find(Catalog catalog, Output output) {
    Case made = find(catalog);
    made.warnings().forEach(output::complain);
    return made;
  }

  /** The scenario as named by the user, without a variant. */
  public String scenario() {
    return CaseName.of(scenario).scenario();
  }

  public String variant() {
    return CaseName.of(scenario).variantOr(variant);
  }

  public Overrides overrides() {
    return new Overrides(kernel, conditions.machine(), conditions.set());
  }
}
