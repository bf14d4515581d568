package lastwords.scenario.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads files of HOCON and text. Any file gives its content or a message. */
public final class ConfigFiles {
  /** Of one file, and of all sources of a case together. */
  public static final int MOST_BYTES = 4 << 20;

  private static final Pattern MISSING = Pattern.compile("\\$\\{\\??([^}]+)}");

  private final Where where;

  public ConfigFiles(Where where) {
    this.where = where;
  }

  /** The file as HOCON, with unresolved substitutions. */
  public Config parse(Path file) {
    HoconBounds bounds = new HoconBounds();
    bounds.take(name(file), text(file));
    ConfigParseOptions options =
        ConfigParseOptions.defaults()
            .setAllowMissing(false)
            .setIncluder(new FileIncluder(it -> bounds.take(name(it), text(it))));
    try {
      Config open = ConfigFactory.parseFile(file.toFile(), options);
      bounds.parsed(name(file), open.root());
      return open;
    } catch (ConfigException e) {
      throw said(e, file);
    } catch (StackOverflowError e) {
      throw ScenarioProblems.one(name(file), "nested too deeply");
    }
  }

  /**
   * Resolves the file's substitutions. The environment is not used: a file means the same
   * everywhere.
   */
  public Config resolve(Config open, Path file) {
    try {
      Config whole = open.resolve(ConfigResolveOptions.defaults().setUseSystemEnvironment(false));
      HoconBounds.resolved(name(file), whole.root());
      return whole;
    } catch (ConfigException.UnresolvedSubstitution e) {
      throw unresolved(e, open);
    } catch (ConfigException e) {
      throw said(e, file);
    } catch (StackOverflowError e) {
      throw ScenarioProblems.one(name(file), "substitutions are nested too deeply");
    }
  }

  /** A value as typed on the command line: HOCON if it is valid, otherwise text. */
  public static ConfigValue typed(String text, String origin) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setOriginDescription(origin).setIncluder(FileIncluder.none());
    try {
      boolean deep = HoconBounds.depth(text) > HoconBounds.MOST_NESTED;
      Config parsed =
          deep ? ConfigFactory.empty() : ConfigFactory.parseString("v = " + text, options);
      if (parsed.root().size() == 1 && parsed.isResolved() && parsed.hasPath("v")) {
        return parsed.getValue("v");
      }
    } catch (ConfigException e) {
      return ConfigValueFactory.fromAnyRef(text, origin);
    }
    return ConfigValueFactory.fromAnyRef(text, origin);
  }

  /** The file as text. */
  public String text(Path file) {
    if (!Files.exists(file)) {
      throw ScenarioProblems.one(name(file), "no such file");
    }
    if (Files.isDirectory(file)) {
      throw ScenarioProblems.one(name(file), "is a folder, not a file");
    }
    if (!Files.isRegularFile(file)) {
      throw ScenarioProblems.one(name(file), "is a device or a pipe, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw ScenarioProblems.one(name(file), "is larger than " + (MOST_BYTES >> 20) + " MiB");
      }
      return checked(file, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | UncheckedIOException e) {
      throw ScenarioProblems.one(name(file), "cannot be read");
    }
  }

  private String checked(Path file, String text) {
    if (text.indexOf('\0') >= 0) {
      throw ScenarioProblems.one(name(file), "is a binary file, not text");
    }
    return text;
  }

  private String name(Path file) {
    return where.name(file);
  }

  private ScenarioException unresolved(ConfigException.UnresolvedSubstitution e, Config open) {
    Matcher name = MISSING.matcher(e.getMessage());
    if (!name.find() || e.getMessage().contains("cycle")) {
      return ScenarioProblems.one(where.of(e.origin()), "a substitution refers to itself");
    }
    String path = name.group(1);
    int dot = path.lastIndexOf('.');
    String hint =
        Nearest.hint(
            path.substring(dot + 1), siblings(open, dot < 0 ? "" : path.substring(0, dot)));
    return ScenarioProblems.one(where.of(e.origin()), "unknown name '" + path + "'" + hint);
  }

  private static Set<String> siblings(Config open, String parent) {
    Set<String> names = new TreeSet<>();
    try {
      names.addAll(parent.isEmpty() ? open.root().keySet() : open.getObject(parent).keySet());
    } catch (ConfigException e) {
      names.add("machines");
    }
    return names;
  }

  private ScenarioException said(ConfigException e, Path file) {
    if (e.origin() == null) {
      return ScenarioProblems.one(name(file), e.getMessage());
    }
    String prefix = e.origin().description() + ": ";
    String text = e.getMessage();
    String what = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    return ScenarioProblems.one(where.of(e.origin()), plain(what));
  }

  /** The library's message, without its advice for other cases and without Java terms. */
  private static String plain(String what) {
    if (what.contains("'+' not followed by =")) {
      return "a string with + needs quotes";
    }
    if (what.contains("close parentheses ')' here, not: end of file")) {
      return "expected a } before the end of the file";
    }
    String line = what.lines().findFirst().orElse(what);
    String shorter = line.replaceFirst(" \\(if you .*", "").replaceFirst("^java\\.[\\w.]+: ", "");
    return List.of("", " ").contains(shorter) ? "is not HOCON" : shorter;
  }
}
