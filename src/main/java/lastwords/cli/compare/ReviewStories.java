package lastwords.cli.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.cases.Reproduction;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.engine.compare.Seen;
import lastwords.engine.walk.Replay;
import lastwords.engine.witness.RunSpec;
import lastwords.kernelc.source.Wording;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import lastwords.trace.story.Moment;
import lastwords.trace.story.Story;
import lastwords.trace.story.Told;

/** The stories of runs that show outcomes, and how to repeat them. */
final class ReviewStories {
  private static final int LINES = 16; // the last ones, which tell how it ends

  private final ComparedFiles files;
  private final boolean written;

  /**
   * @param written is each run written to a file?
   */
  ReviewStories(ComparedFiles files, boolean written) {
    this.files = files;
    this.written = written;
  }

  /** The end of its story, in lines. */
  List<String> story(OnSide side, Seen seen) throws IOException {
    TraceBuffer steps = new TraceBuffer();
    Replay.Done done = seen.runSpec().run(side.setup(), steps);
    List<Told> told = Story.of(steps, new StepNames(done.machine()), Level.STORY, Filter.ALL);
    List<String> lines = new ArrayList<>();
    if (told.size() > LINES) {
      lines.add("... " + Wording.count(told.size() - LINES, "line") + " before");
    }
    told.subList(Math.max(0, told.size() - LINES), told.size())
        .forEach(it -> lines.add(moment(it.moment())));
    return lines;
  }

  private static String moment(Moment moment) {
    String who = moment.cpu() < 0 ? "machine" : "cpu" + moment.cpu();
    String where =
        moment.hasPlace() ? "  (" + moment.function() + "()  " + moment.place() + ")" : "";
    return who + " " + moment.text() + where;
  }

  /**
   * The command line that repeats the run: its file, its seed, or if exploring found it, the search
   * for its outcome.
   */
  String again(Compared one, OnSide side, Seen seen) throws IOException {
    boolean seeded = seen.runSpec() instanceof RunSpec.Seeded;
    return written || seeded
        ? files.again(one, side, seen)
        : Reproduction.explore(one.scenario(), one.variant(), side.overrides());
  }
}
