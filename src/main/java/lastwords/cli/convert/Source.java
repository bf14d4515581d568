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
   * @param form how it is written, by what it is called
   * @return false when it was made again and came out otherwise than recorded; that has been told
   */
  boolean write(Function<String, Export> form, OutputStream out) throws IOException;
}
