package lastwords.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Exploring by hand, on the page that {@code ui} serves. */
final class HandInBrowserTest extends BrowserTest {
  private static ServedPage served;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    served = new ServedPage("logbuf-scenario-2");
  }

  @AfterAll
  static void end() throws InterruptedException {
    served.end();
  }

  private static Locator choice(Page page, String name) {
    return page.locator("#ways")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
        .first();
  }

  private static void address(Page page, String ending) {
    assertThat(page).hasURL(Pattern.compile(ending + "$"));
  }

  @Test
  void aStepIsChosenAndTakenBack() {
    Page page = open(served.address());
    page.getByText("explore by hand").click();
    assertThat(page.locator("#possible")).containsText("Only this is still possible");
    choice(page, "cpu1: note lw_staged").click();
    assertThat(page.locator("#path button")).hasText("step:1");
    assertThat(page.locator("#rows [aria-current=step]")).containsText("note lw_staged");
    address(page, "#path=step:1");
    page.getByText("undo").click();
    assertThat(page.locator("#path")).containsText("nothing chosen yet");
    page.getByText("back to the run").click();
    assertThat(page.locator("#hand")).isHidden();
    assertThat(page.locator("#outcome")).containsText("hang at cpu0:logbuf_lock");
  }

  @Test
  void aLinkReproducesItsPathAndAnOutcomeCanBeFollowed() {
    Page page = open(served.address() + "#path=step:0,step:1");
    assertThat(page.locator("#path button")).hasText(new String[] {"step:0", "step:1"});
    assertThat(page.locator("#outcome")).hasText("not over yet");
    page.getByText("follow").click();
    assertThat(page.locator("#possible")).containsText("The run is over");
    assertThat(page.locator("#outcome")).containsText("hang at cpu0:logbuf_lock");
    assertThat(page.getByText("Save it as a witness")).isVisible();
    assertAccessible(page);
  }

  @Test
  void aPathThatIsNoneIsTold() {
    expectLine("400");
    Page page = open(served.address() + "#path=step:9");
    assertThat(page.locator("#trouble")).containsText("step:9");
  }

  @Test
  void itCanBeSeenOnAnyScreen() {
    for (Look look : new Look[] {Look.USUAL, Look.DARK, Look.NARROW, Look.WIDE}) {
      Page page = open(served.address() + "#path=step:0,step:1", look);
      assertThat(page.locator("#possible")).containsText("Only this is still possible");
      picture(page, "hand-" + look.width() + (look.dark() ? "-dark" : ""));
      assertAccessible(page);
    }
  }
}
