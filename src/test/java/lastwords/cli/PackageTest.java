package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/package} creates, and that it works where it is unpacked. */
final class PackageTest {
  private static final String NAME = "lastwords-0.1.0";

  @TempDir private Path folder;

  private BuiltTree tree;
  private Path out;

  @BeforeEach
  void build() throws IOException {
    for (String tool : List.of("unzip", "sha256sum", "tar", "gzip")) {
      assumeThat(onPath(tool)).as(tool + " is there").isTrue();
    }
    tree = BuiltTree.in(folder);
    out = folder.resolve("packages");
  }

  private static boolean onPath(String tool) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(it -> Files.isExecutable(Path.of(it, tool)));
  }

  private Shell.Done make(String... kinds) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(tree.root().resolve("deploy/package").toString());
    words.addAll(List.of("--out", out.toString()));
    words.addAll(List.of(kinds));
    return new Shell(folder)
        .with("SOURCE_DATE_EPOCH", "1780000000")
        .with("JLINK", runtime().toString())
        .run("", words.toArray(String[]::new));
  }

  /** Instead of jlink, which takes ten seconds: a runtime of one file. */
  private Path runtime() throws IOException {
    Path jlink = folder.resolve("jlink");
    String script =
        "#!/bin/sh\nwhile [ \"$1\" != --output ]; do shift; done\n"
            + "mkdir -p \"$2/bin\" && cp /bin/sh \"$2/bin/java\"\n";
    Files.writeString(jlink, script);
    assertThat(jlink.toFile().setExecutable(true)).isTrue();
    return jlink;
  }

  private String run(String... words) throws Exception {
    Shell.Done done = new Shell(folder).run("", words);
    assertThat(done.code()).as(done.out()).isZero();
    return done.out();
  }

  @Test
  void everyKindHasWhatItNeedsAndTheSameBytesAgain() throws Exception {
    List<String> kinds = new ArrayList<>(List.of("tar"));
    if (onPath("dpkg-deb")) {
      kinds.add("deb");
    }
    if (onPath("ldd")) {
      kinds.add("oci");
    }
    Shell.Done made = make(kinds.toArray(String[]::new));
    assertThat(made.code()).as(made.out()).isZero();
    String sums = Files.readString(out.resolve("SHA256SUMS"));
    assertThat(sums.lines()).hasSize(kinds.size());
    theArchiveRuns();
    if (kinds.contains("deb")) {
      theDebianPackageIsWhole();
    }
    if (kinds.contains("oci")) {
      theImageIsOne();
    }
    assertThat(make(kinds.toArray(String[]::new)).code()).isZero();
    assertThat(out.resolve("SHA256SUMS")).content().isEqualTo(sums);
  }

  private void theArchiveRuns() throws Exception {
    run("tar", "-xzf", out.resolve(NAME + ".tar.gz").toString());
    Path unpacked = folder.resolve(NAME);
    assertThat(run(unpacked + "/bin/lastwords", "run", "logbuf-scenario-2"))
        .contains("hang at cpu0:logbuf_lock in kmsg_dump");
    assertThat(unpacked.resolve("LICENSE")).content().contains("Apache License");
    assertThat(unpacked.resolve("lib/lastwords/licenses/EPL-2.0.txt")).exists();
    assertThat(unpacked.resolve("share/man/man1/lastwords-run.1")).exists();
  }

  private void theDebianPackageIsWhole() throws Exception {
    String file = out.resolve("lastwords_0.1.0_all.deb").toString();
    assertThat(run("dpkg-deb", "--info", file))
        .contains("Package: lastwords", "Version: 0.1.0", "Architecture: all", "java17-runtime");
    assertThat(run("dpkg-deb", "--contents", file))
        .contains("root/root", "./usr/bin/lastwords ->", "./usr/share/man/man1/lastwords.1.gz")
        .contains("./usr/share/bash-completion/completions/lastwords")
        .contains("./usr/lib/systemd/system/lastwords-node.service")
        .contains("./usr/share/doc/lastwords/copyright");
    run("dpkg-deb", "-x", file, folder.resolve("deb").toString());
    assertThat(folder.resolve("deb/usr/lib/systemd/system/lastwords-node.service"))
        .content()
        .contains("ExecStart=/usr/lib/lastwords/deploy/lastwords node")
        .doesNotContain("/opt/");
  }

  /** Each blob is named by its digest, and each descriptor states its size. */
  private void theImageIsOne() throws Exception {
    Path image = Files.createDirectory(folder.resolve("image"));
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    Path file = out.resolve(NAME + "-oci-" + architecture + ".tar");
    run("tar", "-C", image.toString(), "-xf", file.toString());
    JsonNode index = new ObjectMapper().readTree(image.resolve("index.json").toFile());
    JsonNode manifest = json(blob(image, index.at("/manifests/0")));
    JsonNode config = json(blob(image, manifest.get("config")));
    Path root = Files.createDirectory(folder.resolve("root"));
    for (int i = 0; i < 2; i++) {
      Path layer = blob(image, manifest.get("layers").get(i));
      assertThat(config.at("/rootfs/diff_ids/" + i).asText()).isEqualTo("sha256:" + digest(layer));
      run("tar", "-C", root.toString(), "-xf", layer.toString());
    }
    List<String> entry = new ArrayList<>();
    config.at("/config/Entrypoint").forEach(it -> entry.add(it.asText()));
    assertThat(root.resolve(entry.get(0).substring(1))).isExecutable();
    assertThat(root.resolve(entry.get(entry.size() - 1).substring(1))).exists();
    assertThat(root.resolve("opt/lastwords/NOTICE")).exists();
    assertThat(config.at("/config/User").asText()).isEqualTo("10001");
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static Path blob(Path image, JsonNode descriptor) throws Exception {
    String name = descriptor.get("digest").asText().substring("sha256:".length());
    Path file = image.resolve("blobs/sha256").resolve(name);
    assertThat(digest(file)).isEqualTo(name);
    assertThat(Files.size(file)).isEqualTo(descriptor.get("size").asLong());
    return file;
  }

  private static String digest(Path file) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
  }

  @Test
  void aLibraryWithoutALicenceIsNotPacked() throws Exception {
    Files.move(tree.dependency(), tree.dependency().resolveSibling("stranger-1.0.jar"));
    Shell.Done made = make("tar");
    assertThat(made.code()).isEqualTo(2);
    assertThat(made.out()).contains("the licence of stranger-1.0.jar is not known: add 'stranger'");
    assertThat(make("rpm").out()).contains("unknown kind 'rpm'; expected tar, deb or oci");
  }
}
