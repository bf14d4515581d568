package lastwords.cli.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.cli.console.Output;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import lastwords.trace.export.Export;
import lastwords.trace.export.ExportFormat;
import lastwords.trace.story.Level;
import lastwords.trace.story.StoryWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much of a run is told, on the terminal and in a trace file. */
public final class StoryOptions {
  private static final Pattern PLACED = Pattern.compile("(.*\\S) {2,}(\\S+\\(\\)  \\S+)");
  private static final int PLACE_COLUMN = 21;

  @Option(names = "--story", description = "prints what happened before the outcome")
  private boolean shown;

  @Mixin private DetailOptions detail;

  /** Is the story to be printed? */
  public boolean shown() {
    return shown;
  }

  /** Does the story tell when functions are entered and left? */
  boolean tellsCalls() {
    return detail.level().filter(it -> it == Level.FUNCTIONS || it == Level.LOCKS).isPresent();
  }

  /**
   * How a trace is written.
   *
   * @throws ScenarioException if the options are wrong
   */
  public StoryWriter trace(TraceFormat format) {
    StoryWriter writer = new StoryWriter(detail.level().orElse(Level.ALL), detail.filter(), format);
    if (!writer.isPossible()) {
      throw wrong("ftrace text has every step: leave out --level, --cpu and the like");
    }
    return writer;
  }

  /**
   * How a trace is written in any format.
   *
   * @param title name of the run
   * @throws ScenarioException if the options are wrong
   */
  public Export export(ExportFormat format, String title) {
    return detail.export(format, title);
  }

  /** The story as lines. */
  public List<String> lines(TraceBuffer trace, StepNames names) throws IOException {
    StringBuilder text = new StringBuilder();
    new StoryWriter(detail.level().orElse(Level.STORY), detail.filter(), TraceFormat.COLUMNS)
        .write(trace, names, text);
    return text.toString().lines().toList();
  }

  /** Warns if nothing of the run was selected. */
  public void warn(Output output) {
    detail.warn(output);
  }

  /** The story as a member of a JSON object; no member if there is no story. */
  public static SortedMap<String, List<String>> field(List<String> story) {
    return story.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of("story", story));
  }

  /** Prints a story at the width of the terminal, and a blank line after it. */
  public static void show(List<String> story, Output output) {
    story.forEach(line -> show(line, output));
    if (!story.isEmpty()) {
      output.out().println();
    }
  }

  /** If there is no room for the place, it gets a line of its own. */
  private static void show(String line, Output output) {
    Matcher placed = PLACED.matcher(line);
    if (line.length() > output.columns() && placed.matches()) {
      output.text(placed.group(1));
      output.text(" ".repeat(PLACE_COLUMN) + placed.group(2));
    } else {
      output.text(line);
    }
  }

  private static ScenarioException wrong(String message) {
    return new ScenarioException(List.of(message));
  }
}
