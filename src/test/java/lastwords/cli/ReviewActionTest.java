package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The action for pull requests: its description is valid, and its step reports what the review
 * reports.
 */
final class ReviewActionTest {
  private static final Path ACTION = Path.of(".github/actions/review").toAbsolutePath();

  @TempDir private Path folder;

  private Path summary;
  private Path outputs;

  @BeforeEach
  void runner() throws IOException {
    summary = Files.createFile(folder.resolve("summary"));
    outputs = Files.createFile(folder.resolve("outputs"));
  }

  private static Map<String, Object> action() throws IOException {
    String text = Files.readString(ACTION.resolve("action.yml"));
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  @Test
  void itsDescriptionFollowsTheSyntaxOfActions() throws IOException {
    try (InputStream schema = getClass().getResourceAsStream("/composite-action-schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(new ObjectMapper().valueToTree(action())))
          .isEmpty();
    }
  }

  /**
   * Inputs reach the script only through its environment: a pull request's title is not a program.
   */
  @Test
  void everyInputIsPassedOnAndNoneIsPartOfACommand() throws IOException {
    String text = Files.readString(ACTION.resolve("action.yml"));
    String script = Files.readString(ACTION.resolve("review.sh"));
    Map<?, ?> inputs = (Map<?, ?>) action().get("inputs");
    for (Object name : new TreeSet<>(inputs.keySet())) {
      assertThat(text).contains("${{ inputs." + name + " }}");
      assertThat(script).contains("$" + name.toString().toUpperCase().replace('-', '_'));
    }
    assertThat(text.lines().filter(line -> line.strip().startsWith("run:")))
        .noneMatch(line -> line.contains("${{"));
  }

  /** Runs the step with a program that prints its arguments and exits with this code. */
  private Shell.Done step(int code, String... settings) throws Exception {
    assumeThat(Path.of("/usr/bin/env")).exists();
    Path program = folder.resolve("lastwords");
    Files.writeString(program, "#!/bin/sh\necho \"called with $*\"\nexit " + code + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Shell shell =
        new Shell(folder)
            .with("LASTWORDS", program.toString())
            .with("RUNNER_TEMP", folder.toString())
            .with("GITHUB_STEP_SUMMARY", summary.toString())
            .with("GITHUB_OUTPUT", outputs.toString())
            .with("PATCH", "panic-lock-safe")
            .with("TREE", ".")
            .with("BASE", "")
            .with("SCENARIOS", "")
            .with("BUDGET", "1m")
            .with("FAIL_WHEN_WORSE", "true");
    for (int i = 0; i < settings.length; i += 2) {
      shell.with(settings[i], settings[i + 1]);
    }
    return shell.run("", ACTION.resolve("review.sh").toString());
  }

  @Test
  void theStepFailsWhenSomethingGetsWorse() throws Exception {
    Shell.Done done = step(1, "SCENARIOS", "one two");
    assertThat(done.code()).isEqualTo(1);
    assertThat(done.out()).contains("called with review panic-lock-safe one two --budget 1m");
    assertThat(summary).content().contains("```text\ncalled with review panic-lock-safe one two");
    assertThat(outputs).content().contains("worse=true", "report=");
    assertThat(step(1, "FAIL_WHEN_WORSE", "false").code()).isZero();
    assertThat(step(0).code()).isZero();
    assertThat(step(2).code()).isEqualTo(2);
    assertThat(step(0, "PATCH", "").out()).contains("neither a patch nor a base");
  }

  @Test
  void withoutAPatchItReviewsWhatChangedSinceTheBase() throws Exception {
    git("init", "-q");
    Path file = folder.resolve("kernel/panic.c");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "int a;\n");
    commit();
    Files.writeString(file, "int b;\n");
    Files.writeString(folder.resolve("kernel.txt"), "not of the tree\n");
    commit();
    Shell.Done done = step(0, "PATCH", "", "BASE", "HEAD~1", "TREE", "kernel");
    assertThat(done.code()).as(done.out()).isZero();
    assertThat(folder.resolve("change.patch"))
        .content()
        .contains("--- a/panic.c", "-int a;", "+int b;")
        .doesNotContain("kernel.txt");
    Shell.Done same = step(0, "PATCH", "", "BASE", "HEAD", "TREE", "kernel");
    assertThat(same.out()).contains("nothing changes in kernel");
  }

  private void commit() throws Exception {
    git("add", "kernel");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "x");
  }

  private void git(String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = "git";
    System.arraycopy(words, 0, all, 1, words.length);
    Shell.Done done = new Shell(folder).run("", all);
    assertThat(done.code()).as(done.out()).isZero();
  }
}
