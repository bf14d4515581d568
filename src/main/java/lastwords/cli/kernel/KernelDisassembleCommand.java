package lastwords.cli.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.cases.KernelOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.Output;
import lastwords.kernelc.image.Disassembler;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.Catalog;
import lastwords.scenario.kernel.Kernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords kernel disassemble}. */
@Command(name = "disassemble", description = "Prints the byte code of a function.")
final class KernelDisassembleCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      index = "0",
      paramLabel = "KERNEL",
      completionCandidates = Candidates.Kernels.class,
      description = "5.2, 5.2+panic-lock-safe, 5.2+./my.c")
  private String kernel = "";

  @Parameters(index = "1", paramLabel = "FUNCTION", description = "name of the function")
  private String function = "";

  @Mixin private KernelOptions options;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  KernelDisassembleCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Kernel found = Catalog.standard().kernel(kernel);
    KernelImage image = options.image(found);
    FunctionInfo info = KernelOptions.function(image, found, function);
    if (json) {
      output.out().println(JsonReport.document("disassemble", document(found, image, info)));
    } else {
      output.out().print(Disassembler.print(image, info));
    }
    return ExitCode.OK;
  }

  private static Map<String, Object> document(
      Kernel kernel, KernelImage image, FunctionInfo function) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kernel", kernel.name());
    document.put("function", function.name());
    document.put("file", function.file());
    document.put("line", function.line());
    document.put("parameters", function.params());
    document.put("slots", function.frameWords());
    List<Map<String, Object>> code = new ArrayList<>();
    for (int pc = function.entry(); pc < function.end(); pc++) {
      code.add(instruction(image, pc));
    }
    document.put("code", code);
    return document;
  }

  private static Map<String, Object> instruction(KernelImage image, int pc) {
    String[] words = Disassembler.print(image, pc).split(" +", 2);
    Map<String, Object> instruction = new LinkedHashMap<>();
    instruction.put("pc", pc);
    instruction.put("line", image.lineAt(pc));
    instruction.put("operation", words[0]);
    instruction.put("operands", words.length > 1 ? words[1] : "");
    return instruction;
  }
}
