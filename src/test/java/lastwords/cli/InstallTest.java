package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code deploy/install} installs where, and that it works there: program, manuals, Tab key.
 */
final class InstallTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir private Path folder;

  private BuiltTree tree;
  private Path prefix;

  @BeforeEach
  void build() throws IOException {
    assumeThat(Path.of("/bin/bash")).exists();
    prefix = folder.resolve("usr");
    tree = BuiltTree.in(folder);
  }

  private Shell.Done run(String input, String... words) throws IOException, InterruptedException {
    return new Shell(folder).withPath(prefix.resolve("bin")).run(input, words);
  }

  private Shell.Done install(String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(tree.root().resolve("deploy/install").toString()));
    words.addAll(List.of("--prefix", prefix.toString()));
    words.addAll(List.of(options));
    return run("", words.toArray(String[]::new));
  }

  @Test
  void whatIsInstalledWorksAndIsTakenAwayAgain() throws Exception {
    Shell.Done installed = install();
    assertThat(installed.code()).as(installed.out()).isZero();
    Shell.Done ran = run("", "sh", "-c", "lastwords run logbuf-scenario-2 --seed 3");
    assertThat(ran.out()).contains("again: lastwords run logbuf-scenario-2 --seed 3");
    assertThat(prefix.resolve("share/man/man1/lastwords-kernel-show.1"))
        .content()
        .isEqualTo(manual("lastwords-kernel-show.1"));
    theTabKeyCompletes();

    Path theirs = Files.writeString(prefix.resolve("share/man/man1/other.1"), "");
    assertThat(install("--remove").code()).isZero();
    try (Stream<Path> left = Files.walk(prefix)) {
      assertThat(left.filter(Files::isRegularFile)).containsExactly(theirs);
    }
    assertThat(prefix.resolve("bin/lastwords")).doesNotExist();
  }

  private String manual(String name) throws IOException {
    Path manuals = folder.resolve("manuals");
    assertThat(Cli.run("help", "--man-dir", manuals.toString()).code()).isZero();
    return Files.readString(manuals.resolve(name));
  }

  /** In an interactive shell on a terminal made by {@code script}. */
  private void theTabKeyCompletes() throws Exception {
    assumeThat(SCRIPT).exists();
    String completion = prefix + "/share/bash-completion/completions/lastwords";
    String keys =
        String.join(
            "\n",
            "source " + completion + "; lastwords() { printf '<%s>\\n' \"$@\"; }",
            "lastwords expl\t logbuf-scenario-2:pat\t",
            "lastwords run x --machine=x86_64-k\t --kernel 5.2+printk-e\t",
            "lastwords run logbuf-scenario-2 --variant bystander-p\t --set oops=pan\t",
            "lastwords run logbuf-scenario-2 --set kernel.panic_on_oo\t1",
            "exit\n");
    Shell.Done typed =
        run(keys, SCRIPT.toString(), "-qec", "bash --norc --noprofile -i", "/dev/null");
    assertThat(typed.out().replace("\r", ""))
        .contains("<explore>\n<logbuf-scenario-2:patched>\n")
        .contains("<--machine=x86_64-kvm>\n<--kernel>\n<5.2+printk-enter-panic-mode>\n")
        .contains("<--variant>\n<bystander-patched>\n<--set>\n<oops=panic>\n")
        .contains("<kernel.panic_on_oops=1>\n");
  }

  @Test
  void otherThingsAreLeftAlone() throws Exception {
    Path theirs = Files.createDirectories(prefix.resolve("lib/lastwords")).resolve("thesis.txt");
    Files.writeString(theirs, "all of it");
    Shell.Done refused = install();
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("contains other files; they are left alone");
    assertThat(theirs).exists();
    assertThat(install("--please").out()).contains("unknown word '--please'; expected --prefix");
  }
}
