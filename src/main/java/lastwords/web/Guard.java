package lastwords.web;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the interface answers: those with the token, and never a web page of somebody else in a
 * browser of this machine.
 */
final class Guard {
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** "none": the user has typed the address. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final boolean local;
  private final Optional<byte[]> token;
  private final String scheme;

  Guard(HttpOptions options) {
    this.local = options.local();
    this.token = options.token().map(Guard::digest);
    this.scheme = options.tls().isPresent() ? "https" : "http";
  }

  /**
   * Refuses a request by its target and its headers.
   *
   * @param open may anybody ask for it, without a token?
   */
  void check(URI target, Headers headers, boolean open) {
    String host = only(headers, "Host").orElse("");
    checkHost(host);
    checkTarget(target, host);
    checkOrigin(headers, host);
    if (!open) {
      checkToken(headers);
    }
  }

  /** A name that was made to point here (DNS rebinding) is none of ours. */
  private void checkHost(String host) {
    String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    if (local && !LOCAL_NAMES.contains(name) && !name.matches("127\\.\\d+\\.\\d+\\.\\d+")) {
      throw new HttpError(HttpError.MISDIRECTED, "this server is not '" + host + "' but localhost");
    }
  }

  /** A target in the absolute form names a host, too: RFC 9112, section 3.2.2. */
  private void checkTarget(URI target, String host) {
    String named = target.getRawAuthority();
    boolean other = named != null && !named.equalsIgnoreCase(host);
    boolean foreign = target.isAbsolute() && !scheme.equalsIgnoreCase(target.getScheme());
    if (other || foreign) {
      throw new HttpError(
          HttpError.MISDIRECTED, "this server is not '" + target + "' but '" + host + "'");
    }
  }

  /** A browser says where a page is from; an origin that it hides is none of ours. */
  private void checkOrigin(Headers headers, String host) {
    boolean own =
        only(headers, "Origin").map(it -> it.equalsIgnoreCase(scheme + "://" + host)).orElse(true);
    boolean same =
        only(headers, "Sec-Fetch-Site")
            .map(it -> OWN_SITES.contains(it.toLowerCase(Locale.ROOT)))
            .orElse(true);
    if (!own || !same) {
      throw new HttpError(
          HttpError.FORBIDDEN, "requests from web pages of other origins are refused");
    }
  }

  private void checkToken(Headers headers) {
    if (token.isEmpty()) {
      return;
    }
    String shown = only(headers, "Authorization").orElse("");
    boolean bearer = shown.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    byte[] given = digest(bearer ? shown.substring("Bearer ".length()).strip() : "");
    if (!MessageDigest.isEqual(given, token.get()) || !bearer) {
      throw new HttpError(HttpError.UNAUTHORIZED, "needs the header 'Authorization: Bearer TOKEN'");
    }
  }

  private static Optional<String> only(Headers headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw HttpError.bad("more than one header " + name);
    }
    return values.stream().findFirst().map(String::strip);
  }

  /** Digests have one length, so that comparing them tells nothing of the token's. */
  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
