package lastwords.cli.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lastwords.cli.cases.ConditionOptions;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Case;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.setting.Overrides;

/** The orders of a scenario: its variants, on another kernel or machine if one was given. */
final class OrderBook {
  private final Scenario scenario;
  private final Optional<String> kernel;
  private final ConditionOptions conditions;
  private final List<String> wanted;
  private final List<String> chosen;
  private final List<String> leftOut = new ArrayList<>();
  private Case first;

  /**
   * @param wanted the variants to use; none: all
   * @param chosen the notifiers to use; none: all that the scenario has
   */
  OrderBook(
      Scenario scenario,
      Optional<String> kernel,
      ConditionOptions conditions,
      List<String> wanted,
      List<String> chosen) {
    this.scenario = scenario;
    this.kernel = kernel;
    this.conditions = conditions;
    this.wanted = wanted;
    this.chosen = chosen;
  }

  /** Compiles them. An order that this kernel cannot have is left out, unless it was requested. */
  List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    for (String variant : wanted.isEmpty() ? scenario.variants() : wanted) {
      try {
        Case made = made(variant);
        first = first == null ? made : first;
        orders.add(new Order(variant, made.kernel().name(), made.setup(), Map.of()));
      } catch (ScenarioException e) {
        if (!wanted.isEmpty() || kernel.isEmpty()) {
          throw e;
        }
        leftOut.add("Left out: " + variant + ", " + e.lines().get(0));
      }
    }
    if (orders.isEmpty()) {
      throw ScenarioProblems.one("", leftOut.get(0));
    }
    return orders;
  }

  private Case made(String variant) {
    Map<String, String> all = conditions.set();
    Overrides known = new Overrides(kernelOf(variant), conditions.machine(), all);
    if (!chosen.isEmpty()) {
      Case plain = scenario.variant(variant, known);
      all.putAll(new NotifierSources(plain.kernel().sources(plain.arch())).only(chosen));
    }
    return scenario.variant(variant, new Overrides(known.kernel(), known.machine(), all));
  }

  /** The patches of the variant on the other release, before additions to that. */
  private Optional<String> kernelOf(String variant) {
    int number = scenario.variants().indexOf(variant);
    if (kernel.isEmpty() || number < 0) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(List.of(kernel.get().split("\\+", 2)));
    parts.addAll(1, scenario.cases().get(number).kernel().patchAddresses());
    return Optional.of(String.join("+", parts));
  }

  /** Those in which a fault can occur. */
  List<String> notifiers(Order order) {
    Set<String> there = NotifierFault.notifiers(order.image());
    for (String name : chosen) {
      if (!there.contains(name)) {
        throw ScenarioProblems.one(
            "",
            "--notifiers: kernel "
                + order.kernel()
                + " has no notifier '"
                + name
                + "'"
                + Nearest.hint(name, there));
      }
    }
    return chosen.isEmpty() ? List.copyOf(there) : chosen;
  }

  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  String title(List<String> faults) {
    int count =
        chosen.isEmpty() ? NotifierFault.notifiers(first.setup().image()).size() : chosen.size();
    return String.format(
        Locale.ROOT,
        "%s: %s, faults %s, kernel %s, machine %s",
        scenario.name(),
        Wording.count(count, "notifier"),
        String.join(", ", faults),
        first.kernel().baseName(),
        first.machine().name());
  }
}
