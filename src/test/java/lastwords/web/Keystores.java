package lastwords.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys and certificates, made by the JDK's keytool. */
public final class Keystores {
  /** Of all keystores here. */
  public static final String PASSWORD = "not-a-secret";

  private Keystores() {}

  /** A keystore with a key and its own certificate for localhost and 127.0.0.1. */
  public static Path create(Path folder, String name) {
    Path file = folder.resolve(name + ".p12");
    keytool(
        file,
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-validity",
        "30",
        "-dname",
        "CN=" + name,
        "-ext",
        "san=dns:localhost,ip:127.0.0.1");
    return file;
  }

  /** A keystore with only the certificate of another. */
  public static Path trusting(Path folder, Path keystore, String name) {
    Path certificate = folder.resolve(name + ".crt");
    Path file = folder.resolve("trusting-" + name + ".p12");
    keytool(keystore, "-exportcert", "-alias", name, "-rfc", "-file", certificate.toString());
    keytool(file, "-importcert", "-noprompt", "-alias", name, "-file", certificate.toString());
    return file;
  }

  private static void keytool(Path keystore, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", keystore.toString(), "-storepass", PASSWORD));
    command.addAll(List.of("-storetype", "PKCS12"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool: " + said);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
