package lastwords.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.machine.bus.HostActions;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Pram;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.machine.bus.MachineConfig.UartType;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Timing;
import lastwords.scenario.Catalog;
import lastwords.scenario.Limits;
import lastwords.scenario.Setup;
import lastwords.scenario.kernel.Kernel;

/**
 * A piece of kernel C that states its own result: {@code trace(x); // expect: 3 4} for values that
 * a line traces when CPU 0 runs {@code example()}, {@code // error: text} for the compiler's
 * message about a line. It is added on top of a kernel.
 */
final class Example {
  private static final String FILE = "example.c";
  private static final String ARCH = "x86_64";
  private static final Pattern EXPECTED = Pattern.compile("// (expect|error): (.*)");
  private static final Limits LIMITS = new Limits(5_000_000_000L, 1_000_000_000L, 0, 1_000_000);

  private final String kernel;
  private final String text;

  Example(String text) {
    this("5.2", text);
  }

  Example(String kernel, String text) {
    this.kernel = kernel;
    this.text = text;
  }

  /** The comments of this kind, by line. */
  private SortedMap<Integer, String> comments(String kind) {
    SortedMap<Integer, String> found = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      EXPECTED
          .matcher(lines.get(i))
          .results()
          .filter(match -> match.group(1).equals(kind))
          .map((MatchResult match) -> match.group(2).strip())
          .forEach(what -> found.put(line, what));
    }
    return found;
  }

  SortedMap<Integer, String> expectedErrors() {
    return comments("error");
  }

  SortedMap<Integer, String> expectedValues() {
    return comments("expect");
  }

  /** The compiler's messages, by line; errors elsewhere have line 0. */
  SortedMap<Integer, String> errors() {
    SortedMap<Integer, String> errors = new TreeMap<>();
    compile()
        .diagnostics()
        .forEach(
            it ->
                errors.merge(
                    it.file().equals(FILE) ? it.line() : 0, it.message(), (a, b) -> a + "; " + b));
    return errors;
  }

  private Compilation compile() {
    Kernel below = Catalog.standard().kernel(kernel);
    List<SourceFile> sources = new ArrayList<>(below.sources(ARCH));
    sources.add(new SourceFile(FILE, text, 1));
    return KernelCompiler.compile(sources, below.config(ARCH));
  }

  /** What CPU 0 traces in {@code example()} while CPU 1 runs {@code other()}, by line. */
  SortedMap<Integer, String> values() {
    KernelImage image = compile().image().orElseThrow();
    int idle = image.function("idle").orElseThrow();
    int example = image.function("example").orElse(idle);
    List<Uart> uarts = List.of(new Uart("ttyS0", UartType.I8250, 86_805));
    MachineConfig config =
        new MachineConfig(
            ARCH,
            2,
            true,
            LockKind.QUEUED,
            uarts,
            new Pram(1, 4096),
            false,
            false,
            HostActions.USUAL,
            Timing.DEFAULT);
    List<Integer> entries = List.of(example, image.function("other").orElse(idle));
    Setup setup = new Setup(image, config, entries, List.of(), LIMITS);
    Machine machine = Simulator.booted(setup);
    SortedMap<Integer, List<String>> values = new TreeMap<>();
    Simulator.run(
        setup,
        1,
        step -> {
          if (step.operation() == Operation.TRACE) {
            values
                .computeIfAbsent(image.lineAt(step.pc()), line -> new ArrayList<>())
                .add(String.valueOf(step.argument()));
          }
        },
        new LocalHost(machine));
    return values.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it -> String.join(" ", it.getValue()),
                (a, b) -> a,
                TreeMap::new));
  }
}
