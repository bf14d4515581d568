package lastwords.cli.report.block;

import java.util.List;

/** A piece of a chapter. */
@FunctionalInterface
public interface Block {
  /** Writes it. */
  void on(Medium medium);

  /** A heat map. */
  static Block of(HeatMap map) {
    return medium -> medium.heatMap(map);
  }

  /** Shares with their intervals. */
  static Block of(SharePlot plot) {
    return medium -> medium.sharePlot(plot);
  }

  /** A run to step through. */
  static Block of(Swimlane lane) {
    return medium -> medium.swimlane(lane);
  }

  /** A paragraph. */
  record Note(String text, Tone tone) implements Block {
    /** With a neutral tone. */
    public Note(String text) {
      this(text, Tone.PLAIN);
    }

    @Override
    public void on(Medium medium) {
      medium.note(this);
    }
  }

  /** Lines as the program printed them. */
  record Quote(String title, List<String> lines) implements Block {
    public Quote {
      lines = List.copyOf(lines);
    }

    @Override
    public void on(Medium medium) {
      medium.quote(this);
    }
  }

  /** A link to a run that the report shows. */
  record See(String id) implements Block {
    @Override
    public void on(Medium medium) {
      medium.see(this);
    }
  }

  /** A command line that repeats it. */
  record Again(String command) implements Block {
    @Override
    public void on(Medium medium) {
      medium.again(this);
    }
  }
}
