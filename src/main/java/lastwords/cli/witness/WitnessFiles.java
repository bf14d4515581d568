package lastwords.cli.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lastwords.cli.console.OutputFile;
import lastwords.engine.witness.Witness;
import lastwords.engine.witness.WitnessReader;
import lastwords.engine.witness.WitnessText;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.ScenarioException;

/** Witnesses as files. A scenario that is not shipped is found relative to the file's folder. */
public final class WitnessFiles {
  private static final String ENDING = ".witness";
  private static final long MOST_BYTES = 64L << 20;

  private final Catalog catalog;

  public WitnessFiles(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Writes a witness into a folder, which is created if missing; returns the new file. */
  public Path write(Path folder, int number, Witness witness) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name(witness, number));
    writeTo(file, witness);
    return file;
  }

  /** Writes a witness to this file. */
  public void writeTo(Path file, Witness witness) throws IOException {
    new OutputFile(file).write(WitnessText.of(witness.at(fromFolder(file, witness.scenario()))));
  }

  private static String name(Witness witness, int number) {
    String path = witness.scenario().replaceFirst("\\.conf$", "");
    String stem = path.substring(path.lastIndexOf('/') + 1);
    String variant = witness.variant().equals(Scenario.DEFAULT) ? "" : "-" + witness.variant();
    String end = witness.outcome().split("[ ,]")[0].toLowerCase(Locale.ROOT);
    return stem + variant + "-" + number + "-" + end + ENDING;
  }

  private boolean shipped(String scenario) {
    return catalog.scenarios().stream()
        .anyMatch(it -> it.equals(scenario) || it.endsWith("/" + scenario));
  }

  private String fromFolder(Path file, String scenario) {
    if (shipped(scenario)) {
      return scenario;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    String path = folder.relativize(Path.of(scenario).toAbsolutePath().normalize()).toString();
    return path.contains("/") ? path : "./" + path;
  }

  /** Is this the name of a witness rather than of a scenario? */
  public static boolean isWitness(String name) {
    return Files.isRegularFile(Path.of(name))
        && firstLine(Path.of(name)).equals(WitnessText.FIRST_LINE);
  }

  /** The first line of a file; empty if it is not text. */
  public static String firstLine(Path file) {
    try (var in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      char[] head = new char[200];
      int read = Math.max(0, in.read(head));
      return new String(head, 0, read).lines().findFirst().orElse("").strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** The witness in a file, with its scenario's name in the catalog. */
  public Witness read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new ScenarioException(
          List.of(file + ": is larger than " + (MOST_BYTES >> 20) + " MiB and not a witness"));
    }
    Witness witness = WitnessReader.read(file.toString(), text(file));
    if (shipped(witness.scenario())) {
      return witness;
    }
    Path folder = file.toAbsolutePath().getParent();
    return witness.at(fromHere(folder.resolve(witness.scenario()).normalize()));
  }

  private static String fromHere(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new ScenarioException(List.of(file + ": is a binary file, not a witness"));
    }
  }

  /** The case that a witness is about. */
  public Case made(Witness witness) {
    return catalog.scenario(witness.scenario()).variant(witness.variant(), witness.overrides());
  }
}
