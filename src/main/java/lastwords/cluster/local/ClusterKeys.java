package lastwords.cluster.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lastwords.scenario.hocon.ScenarioException;

/**
 * The key and certificate that the nodes of a cluster authenticate with, in a folder that only its
 * owner can read. Whoever has them can be a node.
 *
 * @param keyStore PKCS 12, the key
 * @param trustStore PKCS 12, its certificate
 */
public record ClusterKeys(Path keyStore, Path trustStore) {
  /** The stores require a password; file permissions are what protects them. */
  public static final String PASSWORD = "lastwords";

  private static final String ALIAS = "node";
  private static final long KEYTOOL_SECONDS = 60;

  private ClusterKeys(Path folder) {
    this(folder.resolve("node.p12"), folder.resolve("trust.p12"));
  }

  /** Creates a key in a new or empty folder. */
  public static ClusterKeys create(Path folder) throws IOException {
    PrivateFiles.folder(folder);
    ClusterKeys keys = new ClusterKeys(folder);
    if (Files.exists(keys.keyStore)) {
      throw new ScenarioException(List.of(keys.keyStore + ": there is already a key"));
    }
    keytool(keys.keyStore);
    PrivateFiles.restrict(keys.keyStore);
    try (OutputStream out = Files.newOutputStream(PrivateFiles.file(keys.trustStore))) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      KeyStore own = KeyStore.getInstance(keys.keyStore.toFile(), PASSWORD.toCharArray());
      trusted.setCertificateEntry(ALIAS, own.getCertificate(ALIAS));
      trusted.store(out, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot make " + keys.trustStore, e);
    }
    return keys;
  }

  /** Opens the keys in a folder, which must not be readable by others. */
  public static ClusterKeys in(Path folder) throws IOException {
    ClusterKeys keys = new ClusterKeys(folder);
    for (Path file : List.of(keys.keyStore, keys.trustStore)) {
      if (!Files.isRegularFile(file)) {
        throw new ScenarioException(
            List.of(
                "--keys " + folder + ": does not contain " + file.getFileName(),
                "create keys with: lastwords cluster keys " + folder));
      }
    }
    if (open(keys.keyStore)) {
      throw new ScenarioException(
          List.of(keys.keyStore + ": is readable by others; expected mode 600"));
    }
    return keys;
  }

  private static boolean open(Path file) throws IOException {
    Set<PosixFilePermission> others =
        Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
    return PrivateFiles.posix(file)
        && Files.getPosixFilePermissions(file).stream().anyMatch(others::contains);
  }

  /** The JDK has no other way to create a certificate; a JRE has this module, too. */
  private static void keytool(Path file) throws IOException {
    List<String> command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-m",
            "java.base/sun.security.tools.keytool.Main",
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=lastwords",
            "-validity",
            "3650",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("keytool made no key: " + said.strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a key was made", e);
    }
  }
}
