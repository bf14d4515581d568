package lastwords.cli.kernel;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.kernel.SymbolChange;
import lastwords.scenario.release.FileDiff;
import lastwords.scenario.release.FunctionChange;
import lastwords.scenario.release.KernelDiff;

/** The differences between two kernels, as text or as JSON. */
final class KernelDiffReport {
  private final Output output;

  KernelDiffReport(Output output) {
    this.output = output;
  }

  void print(KernelDiff diff, List<SymbolChange> symbols, boolean stat) {
    if (diff.files().isEmpty() && symbols.isEmpty()) {
      output.text("no difference");
      return;
    }
    functions(diff.functions());
    symbols(symbols);
    if (stat) {
      stat(diff.files());
    } else {
      diff.files().forEach(file -> file.lines().forEach(output.out()::println));
    }
  }

  private void functions(List<FunctionChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Table table = new Table("function", "change", "where");
    changes.forEach(it -> table.row(it.name(), it.kind().toString(), it.file() + ":" + it.line()));
    table.print(output);
    output.out().println();
  }

  private void symbols(List<SymbolChange> symbols) {
    if (symbols.isEmpty()) {
      return;
    }
    Table table = new Table("symbol", "A", "B", "on");
    symbols.forEach(
        it ->
            table.row(it.symbol(), it.before(), it.after(), String.join(" ", it.architectures())));
    table.print(output);
    output.out().println();
  }

  private void stat(List<FileDiff> files) {
    Table table = new Table("file", "lines added", "removed");
    int added = 0;
    int removed = 0;
    for (FileDiff file : files) {
      table.row(file.path(), Integer.toString(file.added()), Integer.toString(file.removed()));
      added += file.added();
      removed += file.removed();
    }
    table.print(output);
    output.out().println();
    String count = Wording.count(files.size(), "file");
    output.text(count + ", " + Wording.count(added, "line") + " added, " + removed + " removed");
  }

  static String json(Kernel a, Kernel b, KernelDiff diff, List<SymbolChange> symbols)
      throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("a", a.name());
    document.put("b", b.name());
    document.put("functions", diff.functions().stream().map(KernelDiffReport::json).toList());
    document.put("symbols", symbols.stream().map(KernelDiffReport::json).toList());
    document.put("files", diff.files().stream().map(KernelDiffReport::json).toList());
    return JsonReport.document("kernel-diff", document);
  }

  static Map<String, Object> json(FunctionChange it) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("change", it.kind().toString());
    object.put("name", it.name());
    object.put("file", it.file());
    object.put("line", it.line());
    return object;
  }

  private static Map<String, Object> json(SymbolChange it) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("symbol", it.symbol());
    object.put("a", it.before());
    object.put("b", it.after());
    object.put("architectures", it.architectures());
    return object;
  }

  private static Map<String, Object> json(FileDiff it) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", it.path());
    object.put("added", it.added());
    object.put("removed", it.removed());
    object.put("diff", String.join("\n", it.lines()) + "\n");
    return object;
  }
}
