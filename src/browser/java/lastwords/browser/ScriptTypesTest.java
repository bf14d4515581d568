package lastwords.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The types stated in comments of the pages' scripts are right, according to TypeScript. */
@Timeout(600)
final class ScriptTypesTest {
  private static final String LIBRARY = "META-INF/resources/webjars/typescript/5.9.3/lib/";
  private static final String SETTINGS =
      """
      {"compilerOptions": {"allowJs": true, "checkJs": true, "noEmit": true, "strict": true,
        "target": "es2022", "module": "es2022", "moduleResolution": "bundler", "types": [],
        "lib": ["es2022", "dom", "dom.iterable", "dom.asynciterable"]},
       "include": ["%s/*.js"]}
      """;

  @TempDir private Path folder;

  @Test
  void theyAreRight() throws IOException, InterruptedException {
    unpack();
    Path web = Path.of("src/main/web").toAbsolutePath();
    Files.writeString(folder.resolve("tsconfig.json"), SETTINGS.formatted(web));
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Path node = Driver.ensureDriverInstalled(environment, false).driverDir().resolve("node");
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(node.toString(), "tsc.js", "-p", "tsconfig.json")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    process.waitFor();
    assertThat(Files.readString(said)).isEmpty();
  }

  private void unpack() throws IOException {
    URL program = ScriptTypesTest.class.getClassLoader().getResource(LIBRARY + "tsc.js");
    try (JarFile jar = ((JarURLConnection) program.openConnection()).getJarFile()) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.matches(LIBRARY + "[\\w.-]+\\.(js|ts|json)")) {
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, folder.resolve(name.substring(LIBRARY.length())));
          }
        }
      }
    }
  }
}
