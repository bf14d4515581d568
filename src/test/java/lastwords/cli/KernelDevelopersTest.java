package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a kernel developer does first: look at a routine, copy it, change it, make mistakes. */
final class KernelDevelopersTest {
  @TempDir private static Path folder;

  private static Cli check(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return Cli.run("kernel", "check", file.toString());
  }

  /**
   * Into a file that is not named like a source, with everything that the routine uses from its own
   * file.
   */
  @TestFactory
  Stream<DynamicTest> whatKernelShowPrintsCompiles() {
    KernelImage image = Catalog.standard().kernel("5.2").compile("x86_64").image().orElseThrow();
    Map<String, FunctionInfo> longest = new LinkedHashMap<>();
    image.functions().stream()
        .filter(it -> it.file().endsWith(".c"))
        .forEach(it -> longest.merge(it.file(), it, (a, b) -> size(a) < size(b) ? b : a));
    return longest.values().stream()
        .map(it -> dynamicTest(it.file() + ": " + it.name(), () -> shownCompiles(it.name())));
  }

  private static int size(FunctionInfo function) {
    return function.end() - function.entry();
  }

  private static void shownCompiles(String function) throws IOException {
    Cli shown = Cli.run("kernel", "show", "5.2", function);
    assertThat(shown.code()).isEqualTo(ExitCode.OK);
    Cli checked = check("mine.c", shown.out());
    assertThat(checked.err()).isEmpty();
    assertThat(checked.out()).contains("replaces function " + function).contains("compiles with");
  }

  @Test
  void aFileOfAnyNameSeesTheMacrosOfWhatItReplaces() throws IOException {
    String text =
        """
        void printk_safe_flush_on_panic(void)
        {
        	if (SAFE_LOG_BUF_LEN > 0)
        		printk_safe_flush();
        }
        """;
    assertThat(check("other.c", text).err()).isEmpty();
    String nothing = text.replace("printk_safe_flush_on_panic", "something_else");
    assertThat(check("other.c", nothing).err()).contains("SAFE_LOG_BUF_LEN");
  }

  @Test
  void allSyntaxErrorsOfAFileAreToldAtOnce() throws IOException {
    Cli done =
        check(
            "bad.c",
            """
            void two(void)
            {
            	int a = ;
            	int b = 3;

            	b = 4 4;
            	if (a == ) {
            		b = 5;
            	} else {
            		a = b +;
            	}
            	for (a = 0; a < ; a++)
            		b++;
            	a = 3
            	b = 2;
            }

            int c = ;

            void third(void)
            {
            	unheard_of();
            }
            """);
    List<String> places =
        done.err().lines().map(line -> line.replaceFirst(".*bad.c:(\\d+):.*", "$1")).toList();
    assertThat(places).containsExactly("3", "6", "7", "10", "12", "14", "18", "22");
  }
}
