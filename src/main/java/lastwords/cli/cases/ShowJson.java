package lastwords.cli.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cli.console.JsonReport;
import lastwords.engine.FaultDescription;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.scenario.Case;
import lastwords.scenario.Scenario;
import lastwords.scenario.expect.Expectation;

/** A description of a scenario as one JSON object. */
final class ShowJson {
  private ShowJson() {}

  static String of(Scenario scenario, List<Case> cases) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("scenario", scenario.name());
    document.put("title", scenario.title());
    document.put("source", scenario.source());
    document.put("variants", cases.stream().map(ShowJson::variant).toList());
    return JsonReport.document("show", document);
  }

  private static Map<String, Object> variant(Case made) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("variant", made.variant());
    object.put("kernel", made.kernel().name());
    object.put("machine", machine(made.machine()));
    List<String> runs = new ArrayList<>();
    for (int cpu = 0; cpu < made.machine().cpus(); cpu++) {
      runs.add(made.runs().getOrDefault(cpu, "idle"));
    }
    object.put("cpus", runs);
    object.put("settings", made.settings());
    object.put("faults", made.faults().stream().map(FaultDescription::of).toList());
    object.put("expectations", made.expectations().stream().map(ShowJson::expectation).toList());
    return object;
  }

  private static Map<String, Object> machine(MachineConfig machine) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", machine.name());
    object.put("cpus", machine.cpus());
    object.put("nmi", machine.nmi());
    object.put("consoles", machine.uarts().stream().map(Uart::name).toList());
    object.put("pstore", machine.pram().zones() > 0);
    object.put("crashKernel", machine.crashImage());
    return object;
  }

  private static Map<String, Object> expectation(Expectation line) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("where", line.where());
    object.put("outcome", line.text());
    object.put("observe", line.observe().word());
    object.put("because", line.because());
    return object;
  }
}
