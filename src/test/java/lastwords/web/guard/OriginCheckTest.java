package lastwords.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests a server answers, by their headers. */
final class OriginCheckTest {
  private final OriginCheck check = new OriginCheck(true, "http");

  private static Headers headers(String text) {
    Headers headers = new Headers();
    Arrays.stream(text.split("; "))
        .map(line -> line.split(": ", 2))
        .forEach(line -> headers.add(line[0], line[1]));
    return headers;
  }

  private int status(String target, String headers) {
    return check
        .refuses(URI.create(target), headers(headers))
        .map(OriginCheck.Refusal::status)
        .orElse(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/ask, Host: localhost:7101, 200",
    "/ask, Host: 127.0.0.2, 200",
    "/ask, Host: [::1]:7101, 200",
    "/ask, Host: evil.example, 421",
    "/ask, Accept: text/html, 421",
    "/ask, Host: localhost; Host: localhost, 400",
    "http://localhost/ask, Host: localhost, 200",
    "https://localhost/ask, Host: localhost, 421",
    "//evil.example/ask, Host: localhost, 421",
    "/ask, Host: localhost; Origin: http://localhost, 200",
    "/ask, Host: localhost; Origin: http://localhost:81, 403",
    "/ask, Host: localhost; Origin: null, 403",
    "/ask, Host: localhost; Sec-Fetch-Site: same-origin, 200",
    "/ask, Host: localhost; Sec-Fetch-Site: cross-site, 403",
    "/ask, Host: localhost; Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate, 403",
    "/, Host: localhost; Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: no-cors, 403",
    "/, Host: localhost; Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate, 200",
  })
  void aRequestIsJudgedByItsTargetAndHeaders(String target, String headers, int status) {
    assertThat(status(target, headers)).isEqualTo(status);
  }

  @Test
  void aServerForOthersMayHaveAnyName() {
    OriginCheck open = new OriginCheck(false, "https");
    assertThat(open.refuses(URI.create("/"), headers("Host: lab.example"))).isEmpty();
  }
}
