package lastwords.cli.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.cli.cases.CaseName;
import lastwords.json.Json;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.setting.Overrides;
import lastwords.web.page.PageSource;

/** The list of all scenarios, and a page for a run of each, made when it is opened. */
final class StartPage implements PageSource {
  private static final String RUN = "run/";
  private static final int MOST_KEPT = 8; // pages: some have megabytes

  /** A scenario as the page lists it. */
  record Listed(String name, String title, List<String> variants) {}

  /** The data of the list page. */
  record Listing(List<Listed> scenarios) {}

  private final RunOpener opener;
  private final Overrides overrides;
  private final Map<String, Content> kept = new LinkedHashMap<>(16, 0.75f, true); // newest last

  /**
   * @param overrides of every run
   */
  StartPage(RunOpener opener, Overrides overrides) {
    this.opener = opener;
    this.overrides = overrides;
  }

  @Override
  public Optional<Content> page(String folder) throws IOException {
    if (folder.isEmpty()) {
      return Optional.of(new Content(HtmlFile.start(listing()), Map.of()));
    }
    return folder.startsWith(RUN) ? run(folder.substring(RUN.length())) : Optional.empty();
  }

  private static String listing() {
    Catalog catalog = Catalog.standard();
    List<Listed> all = new ArrayList<>();
    for (String name : catalog.scenarios()) {
      Scenario scenario = catalog.scenario(name);
      all.add(new Listed(name, scenario.title(), scenario.variants()));
    }
    return Json.of(new Listing(all));
  }

  /** Shipped scenarios only: a URL must not read other files. */
  private synchronized Optional<Content> run(String name) throws IOException {
    if (!kept.containsKey(name)) {
      CaseName one = CaseName.of(name);
      if (!Catalog.standard().scenarios().contains(one.scenario())) {
        return Optional.empty();
      }
      kept.put(name, made(one));
    }
    if (kept.size() > MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return Optional.of(kept.get(name));
  }

  private Content made(CaseName one) throws IOException {
    try {
      return HtmlFile.content(
          opener.scenario(one.scenario(), one.variantOr(Scenario.DEFAULT), overrides));
    } catch (ScenarioException e) {
      throw new IllegalArgumentException(String.join("\n", e.lines()), e);
    }
  }
}
