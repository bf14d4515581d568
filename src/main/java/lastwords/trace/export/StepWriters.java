package lastwords.trace.export;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.TraceFormat;
import lastwords.trace.TraceLines;
import lastwords.trace.dat.TraceDat;
import lastwords.trace.perfetto.PerfettoTrace;
import lastwords.trace.story.Level;

/** Creates the writers. */
final class StepWriters {
  private StepWriters() {}

  static StepWriter csv(StepNames names, OutputStream out) throws IOException {
    Writer text = text(out);
    CsvText.stepHeading(text);
    return new StepWriter() {
      @Override
      public void step(StepRecord step) throws IOException {
        CsvText.step(step, names, text);
      }

      @Override
      public void end() throws IOException {
        text.flush();
      }
    };
  }

  static StepWriter jsonLines(StepNames names, OutputStream out) {
    Writer text = text(out);
    TraceLines lines = new TraceLines(TraceFormat.JSONL, names, Set.of(), 0, text);
    return new StepWriter() {
      @Override
      public void step(StepRecord step) {
        lines.step(step);
      }

      @Override
      public void end() throws IOException {
        text.flush();
      }
    };
  }

  static StepWriter dat(StepNames names, OutputStream out) throws IOException {
    TraceDat dat = new TraceDat(names);
    return new StepWriter() {
      @Override
      public void step(StepRecord step) throws IOException {
        dat.step(step);
      }

      @Override
      public void end() throws IOException {
        dat.writeTo(out);
        out.flush();
      }

      @Override
      public void close() throws IOException {
        dat.close();
      }
    };
  }

  static StepWriter perfetto(StepNames names, String title, Level level, OutputStream out)
      throws IOException {
    OutputStream buffered = new BufferedOutputStream(out);
    PerfettoTrace trace = new PerfettoTrace(buffered, names, title, level);
    return new StepWriter() {
      @Override
      public void step(StepRecord step) throws IOException {
        trace.step(step);
      }

      @Override
      public void end() throws IOException {
        trace.end();
        buffered.flush();
      }
    };
  }

  static Writer text(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
