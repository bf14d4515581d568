package lastwords.scenario.fault;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import lastwords.scenario.hocon.Section;

/**
 * A fault of several CPUs, {@code to = [1, 4-7]} or {@code stall = others}, is a fault of each of
 * them.
 */
final class FaultTargets {
  private static final List<String> KEYS = List.of("to", "from", "stall", "corrupt-idt", "cpu");
  private static final String OTHERS = "others";

  private final int cpus;
  private final SortedSet<Integer> others;

  /**
   * @param cpus number of CPUs of the machine
   * @param others those to which the scenario gives no work
   */
  FaultTargets(int cpus, SortedSet<Integer> others) {
    this.cpus = cpus;
    this.others = others;
  }

  /** The block as it is, or one copy per CPU. */
  Stream<Section> each(Section block) {
    for (String key : KEYS) {
      boolean several = block.has(key) && several(block.value(key).orElseThrow());
      if (several) {
        return cpus(block, key).stream().flatMap(cpu -> each(block.with(key, cpu)));
      }
    }
    return Stream.of(block);
  }

  private static boolean several(ConfigValue value) {
    String text = String.valueOf(value.unwrapped());
    return value instanceof ConfigList || text.equals(OTHERS) || text.matches("\\d+-\\d+");
  }

  private SortedSet<Integer> cpus(Section block, String key) {
    ConfigValue written = block.value(key).orElseThrow();
    boolean rest = written.unwrapped().equals(OTHERS);
    SortedSet<Integer> listed = rest ? others : block.cpuSets(key, cpus).get(0);
    boolean none = rest ? others.isEmpty() : written.unwrapped().equals(List.of());
    if (none) {
      block.problem(key, key + ": expected at least one CPU");
    }
    return listed;
  }
}
