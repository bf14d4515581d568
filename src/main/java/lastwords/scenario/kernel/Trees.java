package lastwords.scenario.kernel;

import java.util.function.Supplier;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.release.TreeException;

/** Reports errors in a tree or a patch like those in any other file. */
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
