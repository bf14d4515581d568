package lastwords.web;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.Placement;
import lastwords.kernelc.source.NearestName;
import lastwords.scenario.Bundle;
import lastwords.scenario.Case;
import lastwords.scenario.CasePlacement;
import lastwords.scenario.Catalog;
import lastwords.scenario.CurrentCatalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.setting.Overrides;

/**
 * Reads which machine a client wants. Names are looked up among what is shipped: no request makes a
 * node read a file of the client's choice.
 */
final class Launches {
  static final int MOST_BYTES = 4 << 20;
  private static final double SLOWEST = 1e-9;
  private static final double FASTEST = 1e6;
  private static final long LONGEST_NANOS = 3_600_000_000_000L;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final String PLAIN = "[\\w .+%:-]{0,200}";
  private static final List<String> FILES = List.of("sources", "kernel", "machine", "include");

  private final CurrentCatalog catalog;

  Launches(CurrentCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * A shipped scenario, to choose from.
   *
   * @param variants by name
   */
  record Shipped(String name, String title, List<String> variants) {}

  Shipped described(String name) {
    Catalog now = catalog.get();
    Collection<String> known = scenarios(now);
    if (!known.contains(name)) {
      String hint = NearestName.hint(name, known);
      throw new HttpError(HttpError.NOT_FOUND, "no scenario '" + cut(name) + "'" + hint);
    }
    Scenario scenario = now.scenario(name);
    return new Shipped(scenario.name(), scenario.title(), scenario.variants());
  }

  LaunchOrder read(Fields fields) {
    if (fields.has("bundle") == fields.has("scenario")) {
      throw HttpError.bad("expected either scenario (the name of a shipped one) or bundle");
    }
    Optional<Case> shipped =
        fields.has("scenario") ? Optional.of(shipped(fields)) : Optional.empty();
    Bundle bundle = shipped.map(Bundle::of).orElseGet(() -> Bundle.fromJson(fields.json("bundle")));
    Clock clock =
        fields.choice("clock", List.of("live", "lock-step")).equals("live")
            ? Clock.LIVE
            : Clock.LOCK_STEP;
    LaunchOrder order =
        new LaunchOrder(
            bundle,
            clock,
            fields.integer("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
            fields.number("speed", 1, SLOWEST, FASTEST),
            placement(fields, shipped.map(Case::places).orElse(CasePlacement.USUAL)),
            fields.integer("settleNanos", 0, 0, LONGEST_NANOS),
            fields.integer("hangNanos", 0, 0, LONGEST_NANOS),
            name(fields),
            fields.truth("paused"));
    fields.end();
    return order;
  }

  private static String name(Fields fields) {
    String name = fields.text("name", "");
    if (!name.isEmpty() && !name.matches(NAME)) {
      throw HttpError.bad("name: expected up to 64 letters, digits, '.', '_', '-'");
    }
    return name;
  }

  private static Placement placement(Fields fields, CasePlacement usual) {
    boolean said = fields.has("spread");
    boolean spread = fields.truth("spread");
    return Placement.of(
        usual, said ? Optional.of(spread) : Optional.empty(), fields.texts("place"));
  }

  private Case shipped(Fields fields) {
    Catalog now = catalog.get();
    String name = known("scenario", fields.text("scenario", ""), scenarios(now));
    String variant = fields.text("variant", Scenario.DEFAULT);
    Optional<String> kernel =
        fields.has("kernel") ? Optional.of(kernel(fields, now)) : Optional.empty();
    Optional<String> machine =
        fields.has("machine")
            ? Optional.of(known("machine", fields.text("machine", ""), now.machines().keySet()))
            : Optional.empty();
    SortedMap<String, String> set = fields.texts("set");
    set.forEach(Launches::checkSet);
    return now.scenario(name).variant(variant, new Overrides(kernel, machine, set));
  }

  /** With and without their folders. */
  private static Collection<String> scenarios(Catalog catalog) {
    TreeSet<String> names = new TreeSet<>(catalog.scenarios());
    catalog.scenarios().forEach(name -> names.add(name.substring(name.lastIndexOf('/') + 1)));
    return names;
  }

  private static String kernel(Fields fields, Catalog catalog) {
    List<String> known = new ArrayList<>(catalog.kernels().keySet());
    known.addAll(catalog.patches().keySet());
    String name = fields.text("kernel", "");
    for (String part : name.split("\\+", -1)) {
      known("kernel", part, known);
    }
    return name;
  }

  private static String known(String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      String shown = cut(name);
      throw HttpError.bad(
          what + ": no '" + shown + "' is shipped" + NearestName.hint(shown, known));
    }
    return name;
  }

  private static String cut(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "...";
  }

  private static void checkSet(String key, String value) {
    boolean plain = key.matches("[A-Za-z][\\w.-]{0,99}") && value.matches(PLAIN);
    if (!plain || FILES.contains(first(key)) && !key.startsWith("machine.")) {
      throw HttpError.bad("set." + key + ": cannot be set in this request; send a bundle");
    }
  }

  private static String first(String key) {
    try {
      return ConfigUtil.splitPath(key).get(0);
    } catch (ConfigException e) {
      throw HttpError.bad("set." + key + ": is not a key of a scenario");
    }
  }
}
