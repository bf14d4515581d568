package lastwords.trace.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFileException;

/** A trace in a file of JSON lines. The file is read again whenever its steps are needed. */
public final class RecordedTrace {
  private static final String BEGINNING = "{\"seq\":";
  private static final Pattern CPU = Pattern.compile("\"cpu\":(\\d{1,3})[,}]");
  private static final Pattern INTERRUPT =
      Pattern.compile("\"op\":\"interrupt\",\"target\":\"([^\"\\\\]*)\"");

  private final Path file;
  private final Set<String> nmis = new TreeSet<>(); // handlers that run in NMI context
  private int cpus;
  private boolean timed;

  private RecordedTrace(Path file) {
    this.file = file;
  }

  /** Is a file with this first line such a trace? */
  public static boolean reads(String firstLine) {
    return firstLine.startsWith(BEGINNING);
  }

  /** Scans a trace file. */
  public static RecordedTrace open(Path file) throws IOException {
    RecordedTrace trace = new RecordedTrace(file);
    trace.survey();
    return trace;
  }

  private interface Line {
    void take(String text, int number) throws IOException;
  }

  private void lines(Line line) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        number++;
        if (!text.isBlank()) {
          line.take(text, number);
        }
      }
    } catch (MalformedInputException e) {
      throw new TraceFileException(file + ": is not UTF-8 text, as a trace of JSON lines is");
    }
  }

  /** An interrupt after which its CPU is in NMI context was an NMI. */
  private void survey() throws IOException {
    Map<Integer, String> interrupts = new HashMap<>(); // by CPU, until its next step
    lines(
        (text, number) -> {
          timed |= !text.contains("\"ns\":0,");
          Matcher cpu = CPU.matcher(text);
          if (cpu.find()) {
            survey(Integer.parseInt(cpu.group(1)), text, interrupts);
          }
        });
  }

  private void survey(int cpu, String text, Map<Integer, String> interrupts) {
    cpus = Math.max(cpus, cpu + 1);
    if (!text.contains("\"function\":")) {
      return; // the CPU did nothing itself
    }
    String handler = interrupts.remove(cpu);
    if (handler != null && text.contains("\"context\":\"nmi\"")) {
      nmis.add(handler);
    }
    Matcher interrupt = INTERRUPT.matcher(text);
    if (interrupt.find() && !text.contains("\"context\":\"nmi\"")) {
      interrupts.put(cpu, interrupt.group(1));
    }
  }

  /** Does any step have a time? A run found by explore has none. */
  public boolean timed() {
    return timed;
  }

  /** Creates the reader of the steps, once their names are known. */
  public interface Opening {
    /** The reader of the following steps. */
    TraceBuffer.Reader reader(StepNames names) throws IOException;
  }

  /**
   * Passes on every step, numbered without gaps.
   *
   * @throws TraceFileException naming the line that is not a step
   */
  public void forEach(Opening opening) throws IOException {
    RecordedNames names = new RecordedNames(Math.max(1, cpus), nmis);
    StepLine reading = new StepLine(names);
    TraceBuffer.Reader reader = opening.reader(new StepNames(names));
    long[] seq = new long[1];
    lines((text, number) -> reader.accept(step(reading, text, number, seq[0]++)));
  }

  private StepRecord step(StepLine reading, String text, int number, long seq)
      throws TraceFileException {
    Optional<StepRecord> step = reading.read(text, seq);
    if (step.isEmpty()) {
      throw new TraceFileException(
          file
              + ":"
              + number
              + ": expected a step, such as"
              + " {\"seq\":0,\"ns\":0,\"op\":\"end\",\"target\":\"\",\"argument\":0,\"result\":0}");
    }
    return step.get();
  }

  /** A trace in memory, and its names. */
  public record InMemory(TraceBuffer steps, StepNames names) {}

  /** The steps in memory: only the last ones if there are very many. */
  public InMemory inMemory() throws IOException {
    TraceBuffer buffer = new TraceBuffer();
    StepNames[] known = new StepNames[1];
    forEach(
        names -> {
          known[0] = names;
          return buffer::step;
        });
    return new InMemory(buffer, known[0]);
  }
}
