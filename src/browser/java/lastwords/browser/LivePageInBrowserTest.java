package lastwords.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.Placement;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.setting.Overrides;
import lastwords.web.FakeClusterNode;
import lastwords.web.HttpApi;
import lastwords.web.HttpOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a running cluster with three nodes. */
final class LivePageInBrowserTest extends BrowserTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final Look[] LOOKS = {Look.USUAL, Look.DARK, Look.NARROW, Look.WIDE};

  @TempDir private static Path folder;
  private static LiveCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    cluster = new LiveCluster(3, folder);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static void launch(Page page, String name) {
    page.locator("[name=scenario]").selectOption("logbuf-scenario-2");
    assertThat(page.locator("#title")).containsText("Scenario 2");
    page.locator("#launch [name=name]").fill(name);
    page.locator("[name=speed]").fill("0.02"); // hung machines are ended after 10 s: that is long
    page.locator("#launch button").click();
    assertThat(page.locator("#name")).containsText(name + ": logbuf-scenario-2");
  }

  @Test
  void aMachineIsLaunchedHurtHealedAndJudged() {
    Page page = open(cluster.page(0));
    launch(page, "demo");
    Locator story = page.locator("#moments");
    assertThat(story).containsText("panics");
    assertThat(page.locator("#parts")).containsText("node-b");
    assertThat(page.locator("#end")).containsText("It has not ended.");
    inject(page, "stall = 1, after = 1us, forever = yes");
    assertFault(page, 0, "spent", "1");
    assertThat(story).containsText("cpu1   stalls");
    inject(page, "wedge = ttyAMA0");
    assertFault(page, 1, "active", "1");
    picture(page, "live-running");
    withdraw(page, 1);
    assertFault(page, 1, "withdrawn", "1");
    assertThat(page.locator("#log")).containsText("(wedge = ttyAMA0) is withdrawn");
    page.getByLabel("stop demo").click();
    assertThat(page.locator("#end")).containsText("interrupted");
    picture(page, "live-ended");
    assertAccessible(page);
    page.locator("#end a").click();
    assertThat(page.locator("#now")).containsText("panics");
    assertThat(page).hasURL(Pattern.compile("/machines/.*/#step=\\d+$"));
  }

  /** Only with the keyboard. */
  private static void inject(Page page, String fault) {
    Locator field = page.locator("[name=fault]");
    field.fill(fault);
    field.press("Enter");
    assertThat(page.locator("#injected")).containsText(fault);
  }

  private static void assertFault(Page page, int number, String state, String fired) {
    Locator cells = page.locator("#faults tr").nth(number).locator("td");
    assertThat(cells.nth(2)).hasText(state);
    assertThat(cells.nth(3)).hasText(fired);
  }

  /** The button keeps the focus while the table is updated repeatedly. */
  private static void withdraw(Page page, int number) {
    Locator button = page.getByLabel("withdraw fault " + number);
    button.focus();
    button.press("Enter");
    assertThat(button).isHidden();
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    expectLine("400 (Bad Request)");
    Page page = open(cluster.page(1));
    launch(page, "sound");
    page.locator("[name=fault]").fill("drop = ipl");
    page.locator("#inject button").click();
    assertThat(page.locator("#injected")).containsText("did you mean 'ipi'?");
    page.locator("#launch [name=name]").fill("../x");
    page.locator("#launch button").click();
    assertThat(page.locator("#launched")).containsText("expected up to 64 letters");
    page.getByLabel("remove sound").click();
    assertThat(page.locator("#log")).containsText("sound: removed");
    assertThat(page.locator("#chosen")).isHidden();
  }

  @Test
  void aNodeThatLeavesIsSeenToLeave() {
    Page page = open(cluster.page(0));
    launch(page, "away");
    assertThat(page.locator("#parts")).containsText("node-c");
    cluster.leave(2);
    assertThat(page.locator("#nodes tr").nth(2)).containsText("gone");
    assertThat(page.locator("#log")).containsText("node-c is no longer in the cluster");
    assertThat(page.locator("#parts")).containsText("node-c is gone");
    picture(page, "live-node-left");
  }

  @Test
  void sixtyFourCpusFitOnEveryScreen() {
    String id =
        cluster
            .node(0)
            .launch(
                new LaunchOrder(
                    Bundle.of(
                        Catalog.standard()
                            .scenario("logbuf-scenario-2")
                            .variant(Scenario.DEFAULT, many())),
                    Clock.LIVE,
                    1,
                    0.02,
                    Placement.SPREAD,
                    0,
                    0,
                    "many",
                    false))
            .id();
    for (Look look : LOOKS) {
      Page page = open(cluster.page(0) + "#machine=" + id, look);
      assertThat(page.locator("#moments")).containsText("panics");
      assertThat(page.locator("#parts")).containsText("cpu-63");
      picture(page, "live-64-" + look.width() + (look.dark() ? "-dark" : ""));
      assertAccessible(page);
      page.waitForCondition(
          () -> (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }

  private static Overrides many() {
    return new Overrides(
        Optional.empty(), Optional.empty(), new TreeMap<>(Map.of("machine.cpus", "64")));
  }

  @Test
  void anEmptyClusterSaysHowToBegin() throws IOException {
    try (HttpApi api =
        new HttpApi(new FakeClusterNode(), Catalog.standard(), HttpOptions.loopback(0))) {
      Page page = open(api.url());
      assertThat(page.locator("#none")).containsText("lastwords launch");
      assertThat(page.locator("#chosen")).isHidden();
      assertThat(page.locator("#nodes tr")).hasCount(1);
      assertThat(page.locator("[name=variant] option")).not().hasCount(0);
      picture(page, "live-empty");
      assertAccessible(page);
      page.close(); // before its node
    }
  }

  @Test
  void aNodeWithATokenAsksForIt() throws IOException {
    expectLine("401 (Unauthorized)");
    HttpOptions options = new HttpOptions("127.0.0.1", 0, Optional.of(TOKEN), Optional.empty());
    try (HttpApi api = new HttpApi(new FakeClusterNode(), Catalog.standard(), options)) {
      Page page = open(api.url());
      Locator field = page.locator("#token input");
      field.fill("a wrong one");
      field.press("Enter");
      assertThat(page.locator("#token")).isVisible();
      assertThat(page.locator("#launch")).isHidden();
      picture(page, "live-token");
      assertAccessible(page);
      field.fill(TOKEN);
      field.press("Enter");
      assertThat(page.locator("#nodes")).containsText("node-1");
      assertThat(page.locator("#token")).isHidden();
      page.reload();
      assertThat(page.locator("#nodes")).containsText("node-1");
      page.close(); // before its node
    }
  }
}
