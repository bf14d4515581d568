package lastwords.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import lastwords.scenario.hocon.ScenarioException;

/**
 * Where the HTTP interface listens, and what it requires of clients.
 *
 * @param host an address of this machine
 * @param port 0: any free one
 * @param token required in requests as {@code Authorization: Bearer TOKEN}; empty: none
 * @param tls context for HTTPS; empty: HTTP
 */
public record HttpOptions(String host, int port, Optional<String> token, Optional<SSLContext> tls) {
  private static final int SHORTEST_TOKEN = 16;

  /** Rejects options that would admit the network without authentication. */
  public HttpOptions {
    if (token.isEmpty() && !isLoopback(host)) {
      throw wrong(
          "--http "
              + host
              + ":... admits other hosts, which could start and stop machines here: add --http-token-file"
              + " and --http-keystore");
    }
  }

  /** On this machine only, for all its users. */
  public static HttpOptions loopback(int port) {
    return new HttpOptions("127.0.0.1", port, Optional.empty(), Optional.empty());
  }

  /** Can only processes on this machine reach this address? */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw wrong("unknown address '" + host + "'");
    }
  }

  boolean local() {
    return isLoopback(host);
  }

  /** The token in the first line of a file. */
  public static String token(Path file) throws IOException {
    String token = Files.readString(file).lines().findFirst().map(String::strip).orElse("");
    if (token.length() < SHORTEST_TOKEN || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw wrong(
          file
              + ": a token needs at least "
              + SHORTEST_TOKEN
              + " printable characters in the first line; create one: openssl rand -hex 32 > "
              + file);
    }
    return token;
  }

  /**
   * TLS of a server, with the key from a PKCS 12 keystore.
   *
   * @param password of the keystore and the key
   */
  public static SSLContext tls(Path keystore, String password) throws IOException {
    return context(
        keystore,
        password,
        (context, keys) -> {
          KeyManagerFactory managers =
              KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
          managers.init(keys, password.toCharArray());
          context.init(managers.getKeyManagers(), null, null);
        });
  }

  /** TLS of a client that trusts the certificates in a PKCS 12 keystore, and no others. */
  public static SSLContext trust(Path keystore, String password) throws IOException {
    return context(
        keystore,
        password,
        (context, keys) -> {
          TrustManagerFactory managers =
              TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
          managers.init(keys);
          context.init(null, managers.getTrustManagers(), null);
        });
  }

  private interface Filling {
    void fill(SSLContext context, KeyStore keys) throws GeneralSecurityException;
  }

  private static SSLContext context(Path keystore, String password, Filling filling)
      throws IOException {
    try (InputStream in = Files.newInputStream(keystore)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      filling.fill(context, keys);
      return context;
    } catch (GeneralSecurityException e) {
      throw wrong(keystore + ": not a usable keystore: " + e.getMessage());
    }
  }

  private static ScenarioException wrong(String message) {
    return new ScenarioException(List.of(message));
  }
}
