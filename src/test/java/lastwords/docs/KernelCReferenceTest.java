package lastwords.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.cli.InProcess;
import lastwords.kernelc.image.Builtin;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example in the kernel C reference compiles and does what its comments state. */
class KernelCReferenceTest {
  private static final Path REFERENCE = Path.of("src/docs/kernel-c.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```c\\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ lastwords (.*)$");
  private static final Pattern CALL = Pattern.compile("`(lw_\\w+|hw_\\w+)\\(");

  @TestFactory
  List<DynamicTest> examples() throws IOException {
    String text = Files.readString(REFERENCE);
    List<DynamicTest> tests = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      long line = text.substring(0, block.start()).lines().count() + 1;
      Example example = new Example(block.group(1));
      tests.add(dynamicTest("line " + line, () -> check(example)));
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests;
  }

  private static void check(Example example) {
    assertThat(example.errors()).isEqualTo(example.expectedErrors());
    if (example.expectedErrors().isEmpty()) {
      assertThat(example.values()).isEqualTo(example.expectedValues());
    }
  }

  @Test
  void commandsAreNotRefused() throws IOException {
    Matcher command = COMMAND.matcher(Files.readString(REFERENCE));
    while (command.find()) {
      InProcess done = InProcess.run(command.group(1).split(" "));
      boolean refused = command.group(1).contains("mistakes");
      assertThat(done.code()).as(command.group() + "\n" + done.err()).isEqualTo(refused ? 2 : 0);
    }
  }

  @Test
  void operationsThatAreMentionedExist() throws IOException {
    List<String> known = List.of(Builtin.values()).stream().map(Builtin::cName).toList();
    Matcher call = CALL.matcher(Files.readString(REFERENCE));
    while (call.find()) {
      assertThat(known).contains(call.group(1));
    }
  }
}
