package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/install} puts where, and that it works there: program, manuals, Tab key. */
final class InstallTest {
  private static final long PATIENCE_SECONDS = 300;
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir private Path folder;

  private Path tree;
  private Path prefix;

  /** A tree that has been built: its jar names the classes that are tested. */
  @BeforeEach
  void build() throws IOException {
    assumeThat(Path.of("/bin/bash")).exists();
    tree = folder.resolve("tree");
    prefix = folder.resolve("usr");
    for (String name : List.of("config", "deploy", "src/main/kernel", "src/docs")) {
      copy(Path.of(name), tree.resolve(name));
    }
    for (String name : List.of("LICENSE", "NOTICE", "README.md", "pom.xml")) {
      Files.copy(Path.of(name), tree.resolve(name));
    }
    Files.createDirectories(tree.resolve("target/lib"));
    Files.createFile(tree.resolve("target/lib/none.jar"));
    jar(tree.resolve("target/lastwords-0.1.0.jar"));
    Files.createFile(tree.resolve("target/.built"));
    // There are no archives of classes from folders, so that nobody need try.
    Files.createFile(
        tree.resolve(
            "target/lastwords-"
                + Runtime.version().toString().replaceFirst("[+-].*", "")
                + ".jsa"));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path file : all) {
      Path there = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(there);
      } else {
        Files.copy(file, there, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "lastwords.cli.Main");
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(it -> Path.of(it).toAbsolutePath().toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private record Done(int code, String out) {}

  private Done run(String input, String... words) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path in = Files.writeString(folder.resolve("in"), input);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", prefix.resolve("bin") + ":" + environment.get("PATH"));
    environment.put("TERM", "dumb");
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(ended).as(String.join(" ", words)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Done(process.exitValue(), Files.readString(out));
  }

  private Done install(String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(tree.resolve("deploy/install").toString()));
    words.addAll(List.of("--prefix", prefix.toString()));
    words.addAll(List.of(options));
    return run("", words.toArray(String[]::new));
  }

  @Test
  void whatIsInstalledWorksAndIsTakenAwayAgain() throws Exception {
    Done installed = install();
    assertThat(installed.code()).as(installed.out()).isZero();
    Done ran = run("", "sh", "-c", "lastwords run logbuf-scenario-2 --seed 3");
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

  /** In an interactive shell on a terminal, where {@code script} makes one. */
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
    Done typed = run(keys, SCRIPT.toString(), "-qec", "bash --norc --noprofile -i", "/dev/null");
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
    Done refused = install();
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("contains other files; they are left alone");
    assertThat(theirs).exists();
    assertThat(install("--please").out()).contains("unknown word '--please'; expected --prefix");
  }
}
