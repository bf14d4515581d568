package lastwords.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the project's tree, built: its jar refers to the tested classes.
 *
 * @param dependency the only library next to the jar; it is empty
 */
record BuiltTree(Path root, Path dependency) {
  static BuiltTree in(Path folder) throws IOException {
    Path root = folder.resolve("tree");
    for (String name : List.of("config", "deploy", "src/main/kernel", "src/docs")) {
      copy(Path.of(name), root.resolve(name));
    }
    for (String name : List.of("LICENSE", "NOTICE", "README.md", "pom.xml")) {
      Files.copy(Path.of(name), root.resolve(name));
    }
    Path libraries = Files.createDirectories(root.resolve("target/lib"));
    Path dependency = libraries.resolve("picocli-4.7.7.jar");
    jar(dependency, new Attributes());
    jar(root.resolve("target/lastwords-0.1.0.jar"), theseClasses());
    Files.createFile(root.resolve("target/.built"));
    return new BuiltTree(root, dependency);
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path file : all) {
      Path there = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(there);
      } else {
        Files.copy(file, there, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static Attributes theseClasses() {
    Attributes main = new Attributes();
    main.put(Attributes.Name.MAIN_CLASS, "lastwords.cli.Main");
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(it -> Path.of(it).toAbsolutePath().toUri().toString())
            .collect(Collectors.joining(" ")));
    return main;
  }

  private static void jar(Path file, Attributes main) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putAll(main);
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
  }
}
