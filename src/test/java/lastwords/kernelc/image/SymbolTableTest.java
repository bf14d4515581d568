package lastwords.kernelc.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;
import org.junit.jupiter.api.Test;

/** Functions have addresses and sizes that a linker could have assigned. */
class SymbolTableTest {
  private static final String SOURCE =
      """
      %s
      int counter;
      void first(void) { counter++; }
      void second(void) { first(); counter += 2; }
      """;

  private static KernelImage image(String constants) {
    SourceFile file = new SourceFile("k/a.c", SOURCE.formatted(constants), 0);
    SourceFile other = new SourceFile("k/b.c", "void third(void) { second(); }", 0);
    return KernelCompiler.compile(List.of(file, other), Map.of()).image().orElseThrow();
  }

  private static long function(KernelImage image, String name) {
    return Pointer.of(Pointer.FUNCTION, image.function(name).orElseThrow());
  }

  @Test
  void placesAreInsideTheirFunctionsAndDiffer() {
    KernelImage image = image("");
    SymbolTable symbols = new SymbolTable(image);
    Set<Long> addresses = new HashSet<>();
    for (int f = 0; f < image.functions().size(); f++) {
      FunctionInfo function = image.functions().get(f);
      for (int pc = function.entry(); pc < function.end(); pc++) {
        long place = symbols.place(f, pc);
        assertThat(symbols.place(place)).matches(function.name() + "\\+0x[0-9a-f]+/0x[0-9a-f]+");
        assertThat(addresses.add(symbols.address(place))).isTrue();
      }
    }
  }

  @Test
  void functionsOfAFileFollowEachOtherAndFilesAreApart() {
    KernelImage image = image("");
    SymbolTable symbols = new SymbolTable(image);
    long first = symbols.address(function(image, "first"));
    long second = symbols.address(function(image, "second"));
    assertThat(first >>> 24).isEqualTo(0xffffffff81L);
    assertThat(second).isGreaterThan(first).isLessThan(first + 0x100);
    assertThat(second % 16).isZero();
    assertThat(symbols.address(function(image, "third"))).isGreaterThan(second + 0x1000);
  }

  @Test
  void theKernelSaysWhereItsCodeBeginsAndHowLongInstructionsAre() {
    KernelImage image =
        image("const unsigned long _text = 0xc0100000UL; const int __insn_align = 4;");
    SymbolTable symbols = new SymbolTable(image);
    assertThat(symbols.narrow()).isTrue();
    int number = image.function("second").orElseThrow();
    FunctionInfo second = image.functions().get(number);
    for (int pc = second.entry(); pc < second.end(); pc++) {
      long address = symbols.address(symbols.place(number, pc));
      assertThat(address % 4).isZero();
      assertThat(address >>> 20).isEqualTo(0xc01L);
    }
  }

  @Test
  void codeIsTheSameFromWhereverItIsReachedAndOfTheseBytes() {
    KernelImage image = image("");
    SymbolTable symbols = new SymbolTable(image);
    long second = function(image, "second");
    int distance = (int) (symbols.address(second) - symbols.address(function(image, "first")));
    for (int i = 0; i < distance; i++) {
      assertThat(symbols.code(second - distance + i))
          .isBetween(0, 255)
          .isEqualTo(symbols.code(function(image, "first") + i));
    }
  }
}
