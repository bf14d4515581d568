package lastwords.scenario.kernel;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar that a program runs from: which program it is, and where that one keeps its images. */
final class ProgramFile {
  private final Optional<Path> jar;
  private final byte[] identity;

  private ProgramFile(Optional<Path> jar, byte[] identity) {
    this.jar = jar;
    this.identity = identity;
  }

  /** That of this program. */
  static ProgramFile find() {
    try {
      return of(
          Path.of(ProgramFile.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      return none();
    }
  }

  /** A jar, or a folder of classes: those may change while they run, and have no images. */
  static ProgramFile of(Path program) {
    try {
      return Files.isRegularFile(program)
          ? new ProgramFile(Optional.of(program.toAbsolutePath()), sums(program))
          : none();
    } catch (IOException e) {
      return none();
    }
  }

  private static ProgramFile none() {
    return new ProgramFile(Optional.empty(), new byte[0]);
  }

  private static byte[] sums(Path jar) throws IOException {
    ByteArrayOutputStream sums = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(sums);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        out.writeLong(entry.getCrc());
        out.writeLong(entry.getSize());
      }
    }
    return sums.toByteArray();
  }

  /** What is the same for the same program only: size and checksum of each file in the jar. */
  byte[] identity() {
    return identity.clone();
  }

  /** Where its images are kept. */
  Optional<Path> images() {
    return images(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * In the folder that the build makes and deletes, or for an installed program where the XDG Base
   * Directory Specification says.
   *
   * @param environment variables of it
   * @param home of the user
   */
  Optional<Path> images(Map<String, String> environment, Path home) {
    return jar.map(Path::getParent)
        .map(folder -> isBuilt(folder) ? folder.resolve("images") : shared(environment, home));
  }

  private static boolean isBuilt(Path folder) {
    return folder.endsWith("target") && Files.exists(folder.resolveSibling("pom.xml"));
  }

  private static Path shared(Map<String, String> environment, Path home) {
    Path cache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    return (cache.isAbsolute() ? cache : home.resolve(".cache")).resolve("lastwords/images");
  }
}
