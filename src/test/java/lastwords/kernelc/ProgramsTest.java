package lastwords.kernelc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lastwords.kernelc.image.Disassembler;
import lastwords.kernelc.image.KernelImage;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every program under {@code src/test/resources/kernelc} does what its comments state. */
final class ProgramsTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/kernelc");

  @TestFactory
  Stream<DynamicTest> programs() throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(PROGRAMS)) {
      paths = all.filter(path -> path.toString().endsWith(".c")).sorted().toList();
    }
    return paths.stream()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    PROGRAMS.relativize(path).toString(), path.toUri(), () -> check(path)));
  }

  private static void check(Path path) {
    TestProgram program = TestProgram.read(path);
    Compilation compilation = KernelCompiler.compile(program.files(), program.config());
    checkErrors(program, compilation);
    assertThat(replacements(compilation)).containsExactlyElementsOf(program.replaced());
    compilation.image().ifPresent(image -> checkImage(program, image));
  }

  private static void checkErrors(TestProgram program, Compilation compilation) {
    List<String> found = new ArrayList<>();
    for (Diagnostic diagnostic : compilation.diagnostics()) {
      found.add(
          TestProgram.place(diagnostic.file(), diagnostic.line()) + ": " + diagnostic.message());
      assertThat(diagnostic.column()).isPositive();
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(program.errors());
    assertThat(compilation.image().isPresent()).isEqualTo(program.errors().isEmpty());
  }

  private static List<String> replacements(Compilation compilation) {
    return compilation.replacements().stream()
        .map(one -> one.name() + " (" + one.kind() + ") " + one.before() + " -> " + one.after())
        .toList();
  }

  private static void checkImage(TestProgram program, KernelImage image) {
    SoftAssertions soft = new SoftAssertions();
    program
        .code()
        .forEach(claim -> soft.assertThat(disassembly(image, claim)).contains(wanted(claim)));
    program
        .noCode()
        .forEach(claim -> soft.assertThat(disassembly(image, claim)).doesNotContain(wanted(claim)));
    soft.assertAll();
    image.function("test").ifPresent(test -> runBoth(program, image, test));
  }

  private static String wanted(String claim) {
    return claim.substring(claim.indexOf(": ") + 2);
  }

  private static String disassembly(KernelImage image, String claim) {
    String function = claim.substring(0, claim.indexOf(':'));
    return Disassembler.print(image, image.functions().get(image.function(function).orElseThrow()));
  }

  private static void runBoth(TestProgram program, KernelImage image, int test) {
    ReferenceCpu reference = new ReferenceCpu(image);
    int trap = -1;
    try {
      reference.boot();
      reference.run(test);
    } catch (ReferenceCpu.Trap trapped) {
      trap = trapped.vector;
    }
    assertThat(reference.traced()).as("on the reference CPU").isEqualTo(program.expected());
    assertThat(trap).as("trap of the reference CPU").isEqualTo(program.trap());
    MachineCpu machine = new MachineCpu(image);
    machine.run(test);
    assertThat(machine.traced()).as("on the machine").isEqualTo(program.expected());
    assertThat(machine.trap()).as("trap of the machine").isEqualTo(program.trap());
  }
}
