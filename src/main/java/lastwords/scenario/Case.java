package lastwords.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.kernelc.SourceFile;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.fault.Fault;
import lastwords.scenario.expect.CheckMethod;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.fault.FaultSpec;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.setting.Assigned;

/**
 * One case to run and judge: a scenario in one of its variants, with what the command line changed.
 */
public final class Case {
  private final String scenario;
  private final String variant;
  private final Parts parts;
  private final Optional<Scenario> whole; // that it is a variant of

  /** What a case consists of. */
  record Parts(
      String title,
      String source,
      Kernel kernel,
      Hardware hardware,
      List<Run> runs,
      Map<String, Assigned> config,
      Map<String, Assigned> settings,
      List<SourceFile> sources,
      List<FaultSpec> faults,
      List<Expectation> expectations,
      Limits limits,
      int seeds,
      CheckMethod checkMethod,
      CasePlacement places) {
    Parts unjudged() {
      List<Expectation> none = List.of();
      return new Parts(
          title,
          source,
          kernel,
          hardware,
          runs,
          config,
          settings,
          sources,
          faults,
          none,
          limits,
          seeds,
          checkMethod,
          places);
    }
  }

  Case(String scenario, String variant, Parts parts) {
    this(scenario, variant, parts, Optional.empty());
  }

  private Case(String scenario, String variant, Parts parts, Optional<Scenario> whole) {
    this.whole = whole;
    this.scenario = scenario;
    this.variant = variant;
    this.parts = parts;
  }

  Parts parts() {
    return parts;
  }

  /** This case without anything that it is expected to do. */
  Case unjudged() {
    return new Case(scenario, variant, parts.unjudged(), whole);
  }

  /** This case as a variant of that scenario. */
  Case within(Scenario of) {
    return new Case(scenario, variant, parts, Optional.of(of));
  }

  /** What was most likely meant otherwise, a line each: functions that nothing calls. */
  public List<String> warnings() {
    return new SetupBuilder(this).warnings(whole.map(Scenario::text).orElse(""));
  }

  /** The scenario's name. */
  public String scenario() {
    return scenario;
  }

  /** The variant's name; {@link Scenario#DEFAULT} for the scenario as such. */
  public String variant() {
    return variant;
  }

  public String title() {
    return parts.title();
  }

  /** The mail, commit or report that it comes from; empty when there is none. */
  public String source() {
    return parts.source();
  }

  public Kernel kernel() {
    return parts.kernel();
  }

  public MachineConfig machine() {
    return parts.hardware().config();
  }

  /** Which of the kernel's architectures the machine runs. */
  public String arch() {
    return parts.hardware().arch();
  }

  /** What each CPU does, in kernel C. CPUs that are not named are idle. */
  public SortedMap<Integer, String> runs() {
    SortedMap<Integer, String> runs = new TreeMap<>();
    parts.runs().forEach(run -> runs.put(run.cpu(), run.expression()));
    return Collections.unmodifiableSortedMap(runs);
  }

  /**
   * First values of kernel variables: those of the kernel's manifest, of the machine and of the
   * scenario.
   */
  public SortedMap<String, Long> settings() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(Assigned.values(parts.settings())));
  }

  /** What is injected; interrupts that the scenario names have no number here. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    parts.faults().forEach(spec -> faults.add(spec.fault()));
    return faults;
  }

  /**
   * What is expected of it; empty when that is nothing, or when the command line made another case
   * of it.
   */
  public List<Expectation> expectations() {
    return parts.expectations();
  }

  public Limits limits() {
    return parts.limits();
  }

  /** How many seeds a test runs. */
  public int seeds() {
    return parts.seeds();
  }

  /** Who judges it. */
  public CheckMethod checkMethod() {
    return parts.checkMethod();
  }

  /** Where its parts go on a cluster, unless the launch says otherwise. */
  public CasePlacement places() {
    return parts.places();
  }

  /** The function that a CPU starts with. */
  Optional<Run> run(int cpu) {
    return parts.runs().stream().filter(run -> run.cpu() == cpu).findFirst();
  }

  /** Compiles the kernel and puts everything together that an engine needs. */
  public Setup setup() {
    return new SetupBuilder(this).build();
  }
}
