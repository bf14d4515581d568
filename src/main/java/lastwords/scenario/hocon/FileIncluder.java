package lastwords.scenario.hocon;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseable;
import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Includes existing HOCON files, relative to the file that names them, and nothing else: no URLs,
 * no class path, no other kinds of file.
 */
public final class FileIncluder
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
  private static final List<String> ENDINGS = List.of(".conf", ".hocon", ".json");

  private final Consumer<Path> check;

  /** The check runs before a file is parsed; it throws if the file is not allowed. */
  FileIncluder(Consumer<Path> check) {
    this.check = check;
  }

  /** For a text that is not in a file: no path is relative to it. */
  public static FileIncluder none() {
    return new FileIncluder(file -> {});
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    ConfigParseable file = context.relativeTo(what);
    if (what.contains("://") || file == null || file.origin().filename() == null) {
      throw new ConfigException.Generic("include \"" + what + "\": no such file");
    }
    if (ENDINGS.stream().noneMatch(what::endsWith)) {
      throw new ConfigException.Generic(
          "include \"" + what + "\": expected a file that ends in " + String.join(", ", ENDINGS));
    }
    check.accept(Path.of(file.origin().filename()));
    return file.parse(context.parseOptions().setAllowMissing(false));
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return include(context, what.getPath());
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    throw new ConfigException.Generic("include url(...): only files can be included");
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    throw new ConfigException.Generic("include classpath(...): only files can be included");
  }
}
