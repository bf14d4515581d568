package lastwords.scenario.hocon;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;

/** A value for messages: short, and on one line. */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  public static String of(ConfigValue value) {
    String text = value.render(ConfigRenderOptions.concise()).replaceAll("\\s+", " ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
