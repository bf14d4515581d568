package lastwords.cli.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pstore records as files, as found in /sys/fs/pstore after the next boot. */
final class PstoreFiles {
  private PstoreFiles() {}

  /** Writes a file for each record; the folder is created if missing. */
  static void write(Path folder, List<String> records) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < records.size(); i++) {
      Files.write(folder.resolve(name(i)), records.get(i).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** The name of the i-th record. */
  static String name(int i) {
    return "dmesg-ramoops-" + i;
  }
}
