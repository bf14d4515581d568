package lastwords.cli.orders;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;

/**
 * The settings whose values are permuted. Those that end in {@code _priority} come first with the
 * highest value, all others with the lowest.
 */
final class Permutations {
  private static final String PRIORITY = "_priority";

  private final List<String> settings;
  private final List<Long> values;

  private Permutations(List<String> settings, List<Long> values) {
    this.settings = List.copyOf(settings);
    this.values = List.copyOf(values);
  }

  /** They keep their values; if two have the same value, all are numbered instead. */
  static Permutations of(List<String> settings, KernelImage image) {
    List<Long> values = new ArrayList<>();
    for (String setting : settings) {
      if (image.global(setting) == null || !image.global(setting).scalar()) {
        List<String> known = image.globals().stream().map(it -> it.name()).toList();
        throw ScenarioProblems.one(
            "", "--permute: no setting '" + setting + "'" + Nearest.hint(setting, known));
      }
      values.add(image.data()[image.global(setting).address()]);
    }
    boolean distinct = values.stream().distinct().count() == values.size();
    for (int i = 0; !distinct && i < values.size(); i++) {
      values.set(i, (long) (values.size() - 1 - i));
    }
    return new Permutations(settings, values);
  }

  /** How many of all permutations were tried. */
  String tried(int number) {
    BigInteger all = BigInteger.ONE;
    for (int i = 2; i <= settings.size(); i++) {
      all = all.multiply(BigInteger.valueOf(i));
    }
    return ", " + number + " of " + all + (settings.size() > 1 ? " permutations" : " permutation");
  }

  /** The first {@code most} of them, each as an order with its name. */
  List<Order> orders(Order base, int most) {
    List<Order> orders = new ArrayList<>();
    permute(new ArrayList<>(), most, base, orders);
    return orders;
  }

  private void permute(List<Integer> begun, int most, Order base, List<Order> orders) {
    if (orders.size() >= most) {
      return;
    }
    if (begun.size() == settings.size()) {
      orders.add(order(begun, base));
    }
    for (int i = 0; i < settings.size(); i++) {
      if (!begun.contains(i)) {
        List<Integer> longer = new ArrayList<>(begun);
        longer.add(i);
        permute(longer, most, base, orders);
      }
    }
  }

  private Order order(List<Integer> sequence, Order base) {
    boolean highestFirst = settings.stream().allMatch(it -> it.endsWith(PRIORITY));
    Comparator<Long> turn = highestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
    List<Long> turns = values.stream().sorted(turn).toList();
    Map<String, Long> made = new LinkedHashMap<>(base.values());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      String setting = settings.get(sequence.get(i));
      made.put(setting, turns.get(i));
      names.add(setting.replaceFirst("^stage_", "").replaceFirst(PRIORITY + "$", ""));
    }
    return new Order(String.join(", ", names), base.kernel(), base.setup(), made);
  }

  /** Settings that put these notifiers into this sequence, whichever list each is in. */
  static Map<String, Long> priorities(List<String> notifiers) {
    Map<String, Long> priorities = new LinkedHashMap<>();
    for (int i = 0; i < notifiers.size(); i++) {
      priorities.put(notifiers.get(i) + PRIORITY, (long) (notifiers.size() - i));
    }
    return priorities;
  }
}
