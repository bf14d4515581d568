package lastwords.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is admitted, and that nobody can eavesdrop. */
final class TokenAndTlsTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;

  private static HttpApi api(HttpOptions options) throws IOException {
    return new HttpApi(new FakeClusterNode(), Catalog.standard(), options);
  }

  @Test
  void offLoopbackATokenIsNeeded() {
    assertThatThrownBy(() -> new HttpOptions("0.0.0.0", 0, Optional.empty(), Optional.empty()))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("--http-token-file");
  }

  @Test
  void aShortTokenIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "hunter2\n");
    assertThatThrownBy(() -> HttpOptions.token(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("at least 16");
    Files.writeString(file, TOKEN + "\n");
    assertThat(HttpOptions.token(file)).isEqualTo(TOKEN);
  }

  @Test
  void onlyWhoHasTheTokenIsAnswered() throws IOException {
    HttpOptions options = new HttpOptions("0.0.0.0", 0, Optional.of(TOKEN), Optional.empty());
    try (HttpApi api = api(options)) {
      Client client = new Client(api.url().replace("0.0.0.0", "127.0.0.1"));
      assertThat(client.get("/v1/cluster").statusCode()).isEqualTo(401);
      assertThat(get(client, "Bearer " + TOKEN + "0")).isEqualTo(401);
      assertThat(get(client, "Basic " + TOKEN)).isEqualTo(401);
      assertThat(get(client, "Bearer ")).isEqualTo(401);
      assertThat(get(client, "Bearer " + TOKEN)).isEqualTo(200);
      assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    }
  }

  private static int get(Client client, String authorization) {
    return client.get("/v1/cluster", "Authorization", authorization).statusCode();
  }

  @Test
  void withAKeystoreItSpeaksHttps() throws Exception {
    Path keystore = Keystores.create(folder, "node");
    SSLContext tls = HttpOptions.tls(keystore, Keystores.PASSWORD);
    HttpOptions options = new HttpOptions("127.0.0.1", 0, Optional.of(TOKEN), Optional.of(tls));
    try (HttpApi api = api(options)) {
      assertThat(api.url()).startsWith("https://");
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(keystore)).build();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(api.url() + "/v1/cluster"))
              .header("Authorization", "Bearer " + TOKEN)
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  private SSLContext trusting(Path keystore) throws IOException {
    return HttpOptions.trust(Keystores.trusting(folder, keystore, "node"), Keystores.PASSWORD);
  }

  @Test
  void whatIsNoKeystoreIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), "no keys");
    assertThatThrownBy(() -> HttpOptions.tls(file, "x")).isInstanceOf(IOException.class);
  }
}
