package lastwords.cli.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The log saved by a crash kernel, as kdump leaves it in /var/crash. */
final class VmcoreDmesg {
  private static final String NAME = "vmcore-dmesg.txt";

  private VmcoreDmesg() {}

  /** Writes the file, unless nothing was saved; the folder is created if missing. */
  static void write(Path folder, List<String> lines) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(NAME);
    if (lines.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    String text = lines.stream().map(VmcoreDmesg::line).collect(Collectors.joining());
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** As printed by vmcore-dmesg: bytes that are not text become \\x and two digits. */
  private static String line(String line) {
    return line.chars().mapToObj(it -> shown((char) it)).collect(Collectors.joining("", "", "\n"));
  }

  private static String shown(char character) {
    boolean printed = character >= ' ' && character <= '~';
    boolean space = Character.isWhitespace(character) && character < ' ';
    return printed || space
        ? String.valueOf(character)
        : String.format(Locale.ROOT, "\\x%02x", (int) character);
  }
}
