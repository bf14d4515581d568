package lastwords.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of {@code ui} without a scenario. */
final class StartInBrowserTest extends BrowserTest {
  private static ServedPage served;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    served = new ServedPage();
  }

  @AfterAll
  static void end() throws InterruptedException {
    served.end();
  }

  @Test
  void aScenarioIsFoundAndItsRunShown() {
    Page page = open(served.address());
    assertAccessible(page);
    page.getByLabel("find").fill("panic CPU itself holds");
    assertThat(page.locator("#found")).hasText(Pattern.compile("1 of \\d+ scenarios"));
    page.getByText("x86_64-nonmi", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page).hasURL(Pattern.compile("/run/logbuf-scenario-2%3Ax86_64-nonmi/"));
    assertThat(page.locator("#outcome")).containsText("hang at cpu0:logbuf_lock");
    page.getByText("explore by hand").click();
    assertThat(page.locator("#possible")).containsText("still possible");
  }

  @Test
  void whatIsNotThereIsSaid() {
    Page page = open(served.address());
    Locator list = page.locator("#list-of-scenarios");
    page.getByLabel("find").fill("no such words");
    assertThat(page.locator("#found")).hasText(Pattern.compile("0 of \\d+ scenarios"));
    assertThat(list).hasText("");
  }
}
