package lastwords.scenario;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;

/** A value as messages show it: short, and on one line. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String of(ConfigValue value) {
    String text = value.render(ConfigRenderOptions.concise()).replaceAll("\\s+", " ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
