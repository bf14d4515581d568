package lastwords.scenario.kernel;

import java.util.function.Supplier;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.release.TreeException;

/** What is wrong with a tree or a patch is told as what is wrong with any other file. */
final class Trees {
  private Trees() {}

  static <T> T told(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (TreeException e) {
      throw new ScenarioException(e.lines());
    }
  }
}
