package lastwords.cli.orders;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.Setup;

/**
 * An order of the actions of panic().
 *
 * @param name a variant of the scenario, or the permuted settings in their order
 * @param kernel the kernel that has it
 * @param setup to run
 * @param values of settings that produce this order, in addition to those of the setup
 */
record Order(String name, String kernel, Setup setup, Map<String, Long> values) {
  Order {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  KernelImage image() {
    return setup.image();
  }

  /** The setup with additional values of settings. */
  Setup with(Map<String, Long> more) {
    Map<String, Long> all = new LinkedHashMap<>(values);
    all.putAll(more);
    return new Setup(
        setup.image().withValues(all),
        setup.machine(),
        setup.entries(),
        setup.faults(),
        setup.limits());
  }
}
