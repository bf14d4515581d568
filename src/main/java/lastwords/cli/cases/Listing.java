package lastwords.cli.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.expect.ExpectationExample;
import lastwords.scenario.fault.FaultReader;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.kernel.Setting;
import lastwords.scenario.kernel.Workload;
import lastwords.scenario.setting.Choices.Choice;
import lastwords.scenario.setting.Parameter;

/** Lists as tables for people or as one JSON object. */
public final class Listing {
  private final Catalog catalog;
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, Object> objects = new LinkedHashMap<>();

  public Listing(Catalog catalog) {
    this.catalog = catalog;
  }

  void scenarios() {
    Table table = new Table("scenario", "title", "variants");
    List<Map<String, Object>> all = new ArrayList<>();
    for (String name : catalog.scenarios()) {
      Scenario scenario = catalog.scenario(name);
      table.row(name, scenario.title(), Integer.toString(scenario.variants().size() - 1));
      all.add(Map.of("name", name, "title", scenario.title(), "variants", scenario.variants()));
    }
    add("scenarios", table, all);
  }

  void machines() {
    named("machines", "machine", catalog.machines());
  }

  public void kernels() {
    named("kernels", "kernel", catalog.kernels());
    named("patches", "patch", catalog.patches());
  }

  private void named(String key, String heading, SortedMap<String, String> titles) {
    Table table = new Table(heading, "title");
    List<Map<String, String>> all = new ArrayList<>();
    titles.forEach(
        (name, title) -> {
          table.row(name, title);
          all.add(Map.of("name", name, "title", title));
        });
    add(key, table, all);
  }

  /** The settings of a kernel, by all their names. */
  void settings(Kernel kernel, KernelImage image) {
    Table table = new Table("variable", "sysctl", "boot parameter", "value", "what");
    List<Map<String, Object>> all = new ArrayList<>();
    for (Setting setting : kernel.settings(image)) {
      Parameter it = setting.parameter();
      List<String> boots =
          Stream.concat(it.boots().stream(), it.words().keySet().stream()).toList();
      String value = Long.toString(setting.value());
      table.row(
          it.variable(),
          String.join(" ", it.sysctls()),
          String.join(" ", boots),
          value,
          it.title());
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", it.variable());
      object.put("title", it.title());
      object.put("sysctls", it.sysctls());
      object.put("bootParameters", it.boots());
      object.put("words", it.words());
      object.put("value", setting.value());
      object.put("where", setting.where());
      all.add(object);
    }
    add("settings", table, all);
    choices();
    notModelled(kernel);
  }

  private void choices() {
    Table table = new Table("chosen with --set", "values", "what");
    List<Map<String, Object>> all = new ArrayList<>();
    for (Choice it : catalog.choices().all()) {
      List<String> values = List.copyOf(it.values().keySet());
      table.row(it.name(), String.join(", ", values), it.title());
      all.add(Map.of("name", it.name(), "title", it.title(), "values", values));
    }
    add("choices", table, all);
  }

  private void notModelled(Kernel kernel) {
    Table table = new Table("not modelled", "why");
    Map<String, List<String>> names = new LinkedHashMap<>();
    kernel
        .notModelled()
        .forEach((name, why) -> names.computeIfAbsent(why, it -> new ArrayList<>()).add(name));
    names.forEach((why, of) -> table.row(String.join(" ", of), why));
    add("notModelled", table, kernel.notModelled());
  }

  void workloads(List<Workload> workloads) {
    Table table = new Table("workload", "what", "where");
    List<Map<String, String>> all = new ArrayList<>();
    for (Workload it : workloads) {
      table.row(it.call(), it.title(), it.where().replaceFirst(".*/", ""));
      all.add(Map.of("name", it.call(), "title", it.title(), "where", it.where()));
    }
    add("workloads", table, all);
  }

  void faults() {
    Table table = new Table("fault", "what");
    FaultReader.examples().forEach(it -> table.row(it.block(), it.title()));
    List<Map<String, String>> all =
        FaultReader.examples().stream()
            .map(it -> Map.of("name", it.block(), "title", it.title()))
            .toList();
    add("faults", table, all);
  }

  void expectations() {
    Table table = new Table("expectation", "what");
    ExpectationExample.ALL.forEach(it -> table.row(it.key(), it.title()));
    List<Map<String, String>> all =
        ExpectationExample.ALL.stream()
            .map(it -> Map.of("name", it.key(), "title", it.title()))
            .toList();
    add("expectations", table, all);
  }

  private void add(String key, Table table, Object object) {
    tables.add(table);
    objects.put(key, object);
  }

  public void print(Output output) {
    for (int i = 0; i < tables.size(); i++) {
      if (i > 0) {
        output.out().println();
      }
      tables.get(i).print(output);
    }
  }

  public String json() throws IOException {
    return JsonReport.document("list", objects);
  }
}
