package lastwords.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lastwords.json.Json;

/** A trace file that is being read, line by line. Its first line determines its format. */
final class TraceFile implements Closeable {
  private static final int LONGEST_LINE = 1 << 20;

  private final String name;
  private final BufferedReader in;
  private TraceFormat format;
  private long lines;

  private TraceFile(String name, BufferedReader in) {
    this.name = name;
    this.in = in;
  }

  static TraceFile open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new TraceFileException(path + " is a folder, not a trace");
    }
    return detected(new TraceFile(path.toString(), reader(path)));
  }

  /** A trace in memory. */
  static TraceFile of(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return detected(new TraceFile(name, reader(new ByteArrayInputStream(bytes))));
  }

  private static TraceFile detected(TraceFile file) throws IOException {
    try {
      file.format = file.detect();
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static BufferedReader reader(Path path) throws IOException {
    return reader(Files.newInputStream(path));
  }

  private static BufferedReader reader(InputStream in) {
    // Bytes, not characters: invalid UTF-8 is compared as it is, and is not an error.
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
  }

  private TraceFormat detect() throws IOException {
    in.mark(LONGEST_LINE + 1);
    String first = next().orElse("");
    in.reset();
    lines = 0;
    if (first.startsWith("{\"seq\":")) { // even if the rest of it is damaged
      return TraceFormat.JSONL;
    }
    if (first.startsWith("# tracer:")) {
      return TraceFormat.FTRACE;
    }
    if (first.startsWith("---")) {
      return TraceFormat.COLUMNS;
    }
    throw new TraceFileException(name + " is not a trace that `lastwords run --trace` writes");
  }

  TraceFormat format() {
    return format;
  }

  /** The next line; empty at the end of the file. */
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    lines++;
    while (c >= 0 && c != '\n') {
      if (line.length() == LONGEST_LINE) {
        throw new TraceFileException(name + ":" + lines + ": is not a trace: the line is too long");
      }
      line.append((char) c);
      c = in.read();
    }
    return Optional.of(line.toString());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A line in readable form. */
  String readable(String line) {
    String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return format == TraceFormat.JSONL ? readableJson(text) : text.stripTrailing();
  }

  private static String readableJson(String line) {
    return Json.tree(line).filter(it -> it.hasNonNull("op")).map(TraceFile::phrase).orElse(line);
  }

  private static String phrase(JsonNode step) {
    StringBuilder out = new StringBuilder();
    out.append(step.path("seq").asText())
        .append("  ")
        .append(step.path("ns").asText())
        .append(" ns  ");
    if (step.has("cpu")) {
      out.append("cpu").append(step.get("cpu").asText()).append(' ');
      out.append(step.path("context").asText()).append("  ");
    }
    out.append(step.get("op").asText()).append(' ').append(step.path("target").asText());
    out.append(" argument ")
        .append(step.path("argument"))
        .append(" result ")
        .append(step.path("result"));
    if (step.has("function")) {
      out.append("  ").append(step.get("function").asText()).append(' ');
      out.append(step.path("file").asText()).append(':').append(step.path("line").asText());
    }
    return out.toString();
  }
}
