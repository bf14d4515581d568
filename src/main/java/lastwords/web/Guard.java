package lastwords.web;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import lastwords.web.guard.OriginCheck;

/**
 * Decides who is answered: clients with the token, and never another site's web page in a browser
 * on this machine.
 */
final class Guard {
  private final OriginCheck origin;
  private final Optional<byte[]> token;

  Guard(HttpOptions options) {
    this.origin = new OriginCheck(options.local(), options.tls().isPresent() ? "https" : "http");
    this.token = options.token().map(Guard::digest);
  }

  /**
   * Rejects a request by its target and its headers.
   *
   * @param open is it public, without a token?
   */
  void check(URI target, Headers headers, boolean open) {
    Optional<OriginCheck.Refusal> refusal = origin.refuses(target, headers);
    if (refusal.isPresent()) {
      throw new HttpError(refusal.get().status(), refusal.get().reason());
    }
    if (!open) {
      checkToken(headers);
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

  /**
   * Digests have equal lengths, so that comparing them reveals nothing about the token's length.
   */
  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
