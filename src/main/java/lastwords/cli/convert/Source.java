package lastwords.cli.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import lastwords.trace.export.Export;

/** A run that can be written. */
interface Source {
  /**
   * Makes or reads the run, and writes it.
   *
   * @param form returns the format for the run's title
   * @return false if a replay differed from its recording; that has been reported
   */
  boolean write(Function<String, Export> form, OutputStream out) throws IOException;
}
