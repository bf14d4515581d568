package lastwords.scenario.hocon;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place from which a value was read, for messages. */
public final class Where {
  /**
   * The library's description of an object merged from several places; the first of them counts.
   */
  private static final Pattern MERGED = Pattern.compile("merge of (.*?): (\\d+)(,.*|$)");

  private final Function<Path, String> names;

  /**
   * @param names maps a path to the file's name in messages
   */
  public Where(Function<Path, String> names) {
    this.names = names;
  }

  /** {@code file:line}, or what was typed on the command line. */
  public String of(ConfigValue value) {
    return of(value.origin());
  }

  public String of(ConfigOrigin origin) {
    Matcher merged = MERGED.matcher(origin.description());
    if (merged.matches()) {
      return names.apply(Path.of(merged.group(1))) + ":" + merged.group(2);
    }
    if (origin.filename() == null) {
      return typed(origin);
    }
    String line = origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "";
    return names.apply(Path.of(origin.filename())) + line;
  }

  /** Only the file, or what was typed. */
  String file(ConfigValue value) {
    String file = value.origin().filename();
    return file == null ? typed(value.origin()) : names.apply(Path.of(file));
  }

  /** The file's name in messages. */
  public String name(Path file) {
    return names.apply(file);
  }

  /** The folder to which paths in this value are relative. */
  public static Path folder(ConfigValue value) {
    String file = value.origin().filename();
    Path folder = file == null ? null : Path.of(file).getParent();
    return folder == null ? Path.of("") : folder;
  }

  private static String typed(ConfigOrigin origin) {
    return origin.description().replaceFirst(": \\d+$", "");
  }
}
