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
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What the program runs from, which identifies it, and where its images are kept. */
final class ProgramFile {
  /**
   * The system property that names a folder of images: setting it asserts that no class changes
   * meanwhile.
   */
  private static final String FOLDER = "lastwords.images";

  private static final int DEPTH = 16; // of folders of classes
  private static final Path COMPILER = Path.of("lastwords/kernelc"); // all that makes an image

  private final Optional<Path> jar;
  private final Optional<Path> named;
  private final byte[] identity;

  private ProgramFile(Optional<Path> jar, Optional<Path> named, byte[] identity) {
    this.jar = jar;
    this.named = named;
    this.identity = identity;
  }

  /** The file of this program. */
  static ProgramFile find() {
    Optional<Path> named = Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of);
    try {
      return of(
          Path.of(ProgramFile.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
          named);
    } catch (URISyntaxException e) {
      return none();
    }
  }

  /**
   * A jar; a folder of classes may change while the program runs, and has no images unless a folder
   * is named.
   */
  static ProgramFile of(Path program, Optional<Path> named) {
    try {
      if (Files.isRegularFile(program)) {
        return new ProgramFile(Optional.of(program.toAbsolutePath()), named, sums(program));
      }
      Path compiler = program.resolve(COMPILER);
      return named.isPresent() && Files.isDirectory(compiler)
          ? new ProgramFile(Optional.empty(), named, sumsOfClasses(compiler))
          : none();
    } catch (IOException e) {
      return none();
    }
  }

  private static ProgramFile none() {
    return new ProgramFile(Optional.empty(), Optional.empty(), new byte[0]);
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

  private static byte[] sumsOfClasses(Path folder) throws IOException {
    ByteArrayOutputStream sums = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(sums);
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        out.writeLong(crc.getValue());
        out.writeLong(bytes.length);
      }
    }
    return sums.toByteArray();
  }

  /** Identifies the program: size and checksum of each of its files. */
  byte[] identity() {
    return identity.clone();
  }

  /** Where its images are kept. */
  Optional<Path> images() {
    return images(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * The folder that was named, otherwise the one that the build makes and deletes, or for an
   * installed program the one given by the XDG Base Directory Specification.
   *
   * @param environment its variables
   * @param home the user's home folder
   */
  Optional<Path> images(Map<String, String> environment, Path home) {
    return named.or(
        () ->
            jar.map(Path::getParent)
                .map(it -> isBuilt(it) ? it.resolve("images") : shared(environment, home)));
  }

  private static boolean isBuilt(Path folder) {
    return folder.endsWith("target") && Files.exists(folder.resolveSibling("pom.xml"));
  }

  private static Path shared(Map<String, String> environment, Path home) {
    Path cache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    return (cache.isAbsolute() ? cache : home.resolve(".cache")).resolve("lastwords/images");
  }
}
