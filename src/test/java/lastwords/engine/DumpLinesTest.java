package lastwords.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an oops, a warning, a lockup and a panic print, by release and architecture, compared with
 * files of lines. Addresses and offsets are masked there. {@code -Dlines.rewrite=true} writes the
 * files.
 */
class DumpLinesTest {
  private static final Path FILES = Path.of("src/test/resources/lines");
  private static final String OOPS = "settings.panic_on_oops = 1, cpu.0.run = oops_in_task";
  private static final String FRAMES = "config.CONFIG_FRAME_POINTER = 1, ";
  private static final String KASLR = "settings.kaslr_enabled = 1, cpu.0.run = panic_in_task";
  private static final String SERROR = "settings.panic_on_oops = 1, cpu.0.run = panic_in_nmi";
  private static final String IDLE = ", cpu.1.run = idle";
  private static final String FATAL_WARN = "settings.panic_on_warn = 1, cpu.0.run = warn_in_task";
  private static final String SOFT =
      "settings { softlockup_panic = 1, softlockup_all_cpu_backtrace = 1 }, cpu.0.run = soft_lockup";

  @TempDir private Path folder;

  private record Dump(String name, String kernel, String machine, String rest) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Dump> dumps() {
    String caller = "config.CONFIG_PRINTK_CALLER = 1, ";
    return Stream.of(
        new Dump("oops-4.14-x86_64", "4.14", "x86_64", OOPS),
        new Dump("oops-4.14-arm64", "4.14", "arm64", OOPS),
        new Dump("serror-4.14-arm64", "4.14", "arm64", SERROR),
        new Dump("warn-4.14-x86_64", "4.14", "x86_64", "cpu.0.run = warn_in_task"),
        new Dump("oops-4.14-arm32", "4.14", "arm32", OOPS),
        new Dump("warn-4.14-arm64", "4.14", "arm64", "cpu.0.run = warn_in_task"),
        new Dump("panic-4.14-arm64", "4.14", "arm64", "cpu.0.run = panic_in_task"),
        new Dump("kaslr-5.0-arm64", "5.0", "arm64", KASLR),
        new Dump("softlockup-4.14-x86_64", "4.14", "x86_64", SOFT),
        new Dump("oops-5.1-x86_64", "5.1", "x86_64", OOPS),
        new Dump("oops-5.4-arm64", "5.4", "arm64", OOPS),
        new Dump("oops-4.19-x86_64", "4.19", "x86_64", OOPS),
        new Dump("oops-5.0-x86_64", "5.0", "x86_64", OOPS),
        new Dump("oops-5.2-x86_64", "5.2", "x86_64", OOPS),
        new Dump("oops-4.19-arm64", "4.19", "arm64", OOPS),
        new Dump("oops-5.2-arm64", "5.2", "arm64", OOPS),
        new Dump("oops-5.2-arm64-pnmi", "5.2", "arm64-pnmi", OOPS),
        new Dump("oops-5.2-arm32", "5.2", "arm32", OOPS),
        new Dump("oops-5.2-arm32-frame-pointer", "5.2", "arm32", FRAMES + OOPS),
        new Dump("kaslr-5.2-x86_64", "5.2", "x86_64", KASLR),
        new Dump("kaslr-4.19-arm64", "4.19", "arm64", KASLR),
        new Dump("kaslr-5.2-arm64", "5.2", "arm64", KASLR),
        new Dump("oops-5.3-arm32", "5.3", "arm32", OOPS),
        new Dump("oops-5.2-riscv", "5.2", "riscv", OOPS),
        new Dump("warn-5.2-x86_64", "5.2", "x86_64", "cpu.0.run = warn_in_task"),
        new Dump("warn-5.2-arm64", "5.2", "arm64", "cpu.0.run = warn_in_task"),
        new Dump("warn-5.2-arm32", "5.2", "arm32", "cpu.0.run = warn_in_task"),
        new Dump("fatal-warn-4.14-x86_64", "4.14", "x86_64", FATAL_WARN),
        new Dump("fatal-warn-5.2-x86_64", "5.2", "x86_64", FATAL_WARN),
        new Dump("fatal-warn-5.2-arm64", "5.2", "arm64", FATAL_WARN),
        new Dump("fatal-warn-5.2-arm32", "5.2", "arm32", FATAL_WARN),
        new Dump("idle-5.2-x86_64", "5.2", "x86_64", SOFT + IDLE),
        new Dump("idle-5.4-arm32", "5.4", "arm32", "cpu.0.run = panic_in_task" + IDLE),
        new Dump("nmi-5.2-x86_64", "5.2", "x86_64", "cpu.0.run = quiet_panic_in_nmi"),
        new Dump("irq-5.2-x86_64", "5.2", "x86_64", "cpu.0.run = panic_in_irq"),
        new Dump("irq-5.2-arm64", "5.2", "arm64", "cpu.0.run = panic_in_irq"),
        new Dump("softlockup-5.2-x86_64", "5.2", "x86_64", SOFT),
        new Dump("softlockup-5.2-arm32", "5.2", "arm32", SOFT),
        new Dump("caller-5.0-x86_64", "5.0", "x86_64", caller + "cpu.0.run = panic_in_irq"),
        new Dump("caller-5.2-x86_64", "5.2", "x86_64", caller + "cpu.0.run = panic_in_irq"),
        new Dump(
            "restart-5.2-x86_64",
            "5.2",
            "x86_64",
            "settings.panic_timeout = 1, cpu.0.run = panic_in_task"));
  }

  @ParameterizedTest
  @MethodSource("dumps")
  void readsLikeARealConsole(Dump dump) throws IOException {
    List<String> lines = lines(dump, 1).stream().map(DumpLinesTest::masked).toList();
    Path file = FILES.resolve(dump.name() + ".txt");
    if (Boolean.getBoolean("lines.rewrite")) {
      Files.createDirectories(FILES);
      Files.write(file, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(file));
  }

  @Test
  void registersDifferWithTheSeedAndPlacesDoNot() throws IOException {
    Dump oops = new Dump("oops", "5.2", "x86_64", OOPS);
    List<String> one = lines(oops, 1);
    List<String> other = lines(oops, 2);
    assertThat(lines(oops, 1)).isEqualTo(one);
    assertThat(registers(one)).isNotEqualTo(registers(other));
    assertThat(places(one)).isEqualTo(places(other)).isNotEmpty();
  }

  @Test
  void theSummaryOfAnOopsShowsTheSameRegistersAgain() throws IOException {
    List<String> rax =
        lines(new Dump("oops", "5.2", "x86_64", OOPS), 7).stream()
            .map(DumpLinesTest::untimed)
            .filter(line -> line.startsWith("RAX:"))
            .toList();
    assertThat(rax).hasSize(2);
    assertThat(rax.get(0)).isEqualTo(rax.get(1));
  }

  @Test
  void twoDumpsShowTheSameRegistersOfTheSameTrap() throws IOException {
    Dump panic = new Dump("nmi", "5.4", "x86_64", "cpu.0.run = panic_in_nmi");
    List<String> rax =
        lines(panic, 1).stream()
            .map(DumpLinesTest::untimed)
            .filter(line -> line.startsWith("RAX:"))
            .toList();
    assertThat(rax).hasSizeGreaterThan(1);
    assertThat(Set.copyOf(rax)).hasSize(1);
  }

  @Test
  void theStackOfAnArmOopsEndsInTheFrameThatIsShownBelow() throws IOException {
    List<String> text =
        lines(new Dump("oops", "5.2", "arm32", OOPS), 1).stream()
            .map(DumpLinesTest::untimed)
            .takeWhile(line -> !line.startsWith("Code:"))
            .filter(line -> line.startsWith("1f"))
            .toList();
    List<String> frame = text.subList(text.size() - 3, text.size());
    List<String> stack = text.subList(text.size() - 6, text.size() - 3);
    assertThat(stack.get(0)).endsWith(frame.get(0).substring(41));
    assertThat(stack.get(1)).isEqualTo(frame.get(1));
    assertThat(stack.get(2)).startsWith(frame.get(2));
  }

  @Test
  void addressesArePlainBefore415() throws IOException {
    assertThat(stackLimit("4.14", "arm32", 1)).isEqualTo(stackLimit("4.14", "arm32", 2));
    assertThat(stackLimit("4.14", "arm32", 1)).startsWith("0xed0").endsWith("000");
    assertThat(stackLimit("4.14", "arm64", 1)).startsWith("0xffff").endsWith("000");
    assertThat(stackLimit("4.19", "arm64", 1)).startsWith("0x00000000");
  }

  private String stackLimit(String kernel, String machine, long seed) throws IOException {
    return lines(new Dump("oops", kernel, machine, OOPS), seed).stream()
        .filter(line -> line.contains("stack limit = "))
        .map(line -> line.replaceAll(".*stack limit = (\\w+).*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> registers(List<String> lines) {
    return lines.stream().filter(line -> line.matches(".*\\] R\\w\\w: [0-9a-f]{16}.*")).toList();
  }

  private static List<String> places(List<String> lines) {
    return lines.stream()
        .map(DumpLinesTest::untimed)
        .filter(line -> line.contains("+0x") || line.startsWith("Code:"))
        .toList();
  }

  private List<String> lines(Dump dump, long seed) throws IOException {
    String text =
        """
        title = "%s"
        kernel = "%s"
        machine = ${machines.%s} { cpus = 2 }
        cpu.1.run = spin_irqs_on
        %s
        expect = [ { end = loop, observe = always } ]
        """
            .formatted(dump.name(), dump.kernel(), dump.machine(), dump.rest());
    Path file = Files.writeString(folder.resolve("dump.conf"), text);
    Setup setup = Catalog.standard().scenario(file.toString()).cases().get(0).setup();
    RunResult result = Simulator.run(setup, seed, StepSink.NONE);
    return result.consoles().get(result.consoles().firstKey());
  }

  private static String untimed(String line) {
    return line.replaceFirst("^\\[ *\\d+\\.\\d+\\] ?", "");
  }

  /** Without what differs from build to build and from boot to boot. */
  private static String masked(String line) {
    String plain = untimed(line);
    return plain.contains("Code: ")
        ? plain.replaceAll("\\b[0-9a-f]{2}([0-9a-f]{6})?\\b", "##")
        : plain
            .replaceAll("\\b[0-9a-f]{16}\\b", "################")
            .replaceAll("\\b[0-9a-f]{8}\\b", "########")
            .replaceAll("0x[0-9a-f]{16}\\b", "0x################")
            .replaceAll("0x[0-9a-f]{8}\\b", "0x########")
            .replaceAll("\\+0x[0-9a-f]+/0x[0-9a-f]+", "+0x#/0x#");
  }
}
