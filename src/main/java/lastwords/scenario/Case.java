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
  private final Optional<Scenario> whole; // the scenario of which it is a variant

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

  /** This case without expectations. */
  Case unjudged() {
    return new Case(scenario, variant, parts.unjudged(), whole);
  }

  /** This case as a variant of this scenario. */
  Case within(Scenario of) {
    return new Case(scenario, variant, parts, Optional.of(of));
  }

  /** Likely mistakes, one line each: functions that nothing calls. */
  public List<String> warnings() {
    return new SetupBuilder(this).warnings(whole.map(Scenario::text).orElse(""));
  }

  /** The scenario's name. */
  public String scenario() {
    return scenario;
  }

  /** The variant's name; {@link Scenario#DEFAULT} for the scenario itself. */
  public String variant() {
    return variant;
  }

  public String title() {
    return parts.title();
  }

  /** The mail, commit or report that it comes from; empty if there is none. */
  public String source() {
    return parts.source();
  }

  public Kernel kernel() {
    return parts.kernel();
  }

  public MachineConfig machine() {
    return parts.hardware().config();
  }

  /** The architecture of the machine, one of the kernel's. */
  public String arch() {
    return parts.hardware().arch();
  }

  /** What each CPU does, in kernel C. CPUs that are not listed are idle. */
  public SortedMap<Integer, String> runs() {
    SortedMap<Integer, String> runs = new TreeMap<>();
    parts.runs().forEach(run -> runs.put(run.cpu(), run.expression()));
    return Collections.unmodifiableSortedMap(runs);
  }

  /**
   * Initial values of kernel variables, from the kernel's manifest, the machine and the scenario.
   */
  public SortedMap<String, Long> settings() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(Assigned.values(parts.settings())));
  }

  /** The faults; vectors that the scenario gives by name are not resolved yet. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    parts.faults().forEach(spec -> faults.add(spec.fault()));
    return faults;
  }

  /** The expectations; empty if there are none, or if the command line changed the case. */
  public List<Expectation> expectations() {
    return parts.expectations();
  }

  public Limits limits() {
    return parts.limits();
  }

  /** Number of seeds that a test runs. */
  public int seeds() {
    return parts.seeds();
  }

  /** How it is checked. */
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
