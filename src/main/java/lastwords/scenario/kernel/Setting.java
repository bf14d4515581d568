package lastwords.scenario.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.setting.Parameter;

/**
 * A parameter that a kernel has on some architecture.
 *
 * @param parameter its names
 * @param value its default
 * @param where the variable's definition: {@code panic.c:10}
 */
public record Setting(Parameter parameter, long value, String where) {
  /** The settings of a compiled kernel; it lacks what its sources do not define. */
  static List<Setting> of(List<Parameter> parameters, KernelImage image, Map<String, Long> given) {
    Set<String> defined =
        image.globals().stream().map(GlobalInfo::name).collect(Collectors.toSet());
    List<Setting> settings = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (defined.contains(parameter.variable())) {
        GlobalInfo global = image.global(parameter.variable());
        long usual = image.data()[global.address()];
        settings.add(
            new Setting(
                parameter,
                given.getOrDefault(parameter.variable(), usual),
                global.file() + ":" + global.line()));
      }
    }
    return settings;
  }
}
