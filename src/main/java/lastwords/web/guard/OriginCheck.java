package lastwords.web.guard;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Distinguishes a server's own pages, and programs, from other sites' pages in a browser. */
public final class OriginCheck {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int MISDIRECTED = 421;
  private static final List<String> READ =
      List.of("Host", "Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode");
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** "none": the user typed the address. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /**
   * The reason why a request is refused.
   *
   * @param status HTTP status
   */
  public record Refusal(int status, String reason) {}

  private final boolean local;
  private final String scheme;

  /**
   * Of a server.
   *
   * @param local does it serve only this machine?
   * @param scheme http or https
   */
  public OriginCheck(boolean local, String scheme) {
    this.local = local;
    this.scheme = scheme;
  }

  /** Checks a request's target and headers; empty if it is allowed. */
  public Optional<Refusal> refuses(URI target, Headers headers) {
    return repeated(headers)
        .or(() -> byHost(host(headers)))
        .or(() -> byTarget(target, host(headers)))
        .or(() -> byOrigin(target, headers));
  }

  private static Optional<Refusal> repeated(Headers headers) {
    return READ.stream()
        .filter(name -> headers.getOrDefault(name, List.of()).size() > 1)
        .map(name -> new Refusal(BAD_REQUEST, "more than one header " + name))
        .findFirst();
  }

  private static String host(Headers headers) {
    return value(headers, "Host").orElse("");
  }

  private static Optional<String> value(Headers headers, String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst().map(String::strip);
  }

  /** Rejects foreign names that were made to point here (DNS rebinding). */
  private Optional<Refusal> byHost(String host) {
    String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    boolean own = LOCAL_NAMES.contains(name) || name.matches("127\\.\\d+\\.\\d+\\.\\d+");
    return local && !own
        ? misdirected("this server is not '" + host + "' but localhost")
        : Optional.empty();
  }

  private static Optional<Refusal> misdirected(String reason) {
    return Optional.of(new Refusal(MISDIRECTED, reason));
  }

  /** A target in absolute form names a host, too: RFC 9112, section 3.2.2. */
  private Optional<Refusal> byTarget(URI target, String host) {
    String named = target.getRawAuthority();
    boolean other = named != null && !named.equalsIgnoreCase(host);
    boolean foreign = target.isAbsolute() && !scheme.equalsIgnoreCase(target.getScheme());
    return other || foreign
        ? misdirected("this server is not '" + target + "' but '" + host + "'")
        : Optional.empty();
  }

  /** A browser sends the origin of a page; a hidden origin is not ours. */
  private Optional<Refusal> byOrigin(URI target, Headers headers) {
    boolean own =
        value(headers, "Origin")
            .map(it -> it.equalsIgnoreCase(scheme + "://" + host(headers)))
            .orElse(true);
    boolean same =
        value(headers, "Sec-Fetch-Site")
            .map(it -> OWN_SITES.contains(it.toLowerCase(Locale.ROOT)))
            .orElse(true);
    return own && (same || isLink(target, headers))
        ? Optional.empty()
        : Optional.of(
            new Refusal(FORBIDDEN, "requests from web pages of other origins are refused"));
  }

  /** Another page may link to the first page here, which requests everything else itself. */
  private static boolean isLink(URI target, Headers headers) {
    boolean navigates = value(headers, "Sec-Fetch-Mode").filter("navigate"::equals).isPresent();
    return navigates && "/".equals(target.getPath());
  }
}
