package lastwords.trace.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;

/** A trace told at a level. */
public final class Story {
  private final StepNames names;
  private final Level level;
  private final Filter filter;
  private final long now;
  private final Map<Integer, List<Moment>> moments = new TreeMap<>(); // by CPU

  private Story(StepNames names, Level level, Filter filter, long now) {
    this.names = names;
    this.level = level;
    this.filter = filter;
    this.now = now;
  }

  /**
   * The story of a run, in order.
   *
   * @param level {@link Level#ALL} tells everything step by step, without folding
   */
  public static List<Told> of(TraceBuffer trace, StepNames names, Level level, Filter filter)
      throws IOException {
    return told(new Story(names, level, filter, Foresight.OVER), trace);
  }

  /**
   * The story so far of a run that is not over. Later steps can change how the last moments are
   * told, and show that an earlier one matters.
   *
   * @param nowNanos emulated time so far
   */
  public static List<Told> soFar(TraceBuffer trace, StepNames names, long nowNanos)
      throws IOException {
    return told(new Story(names, Level.STORY, Filter.ALL, nowNanos), trace);
  }

  private static List<Told> told(Story story, TraceBuffer trace) throws IOException {
    story.read(trace);
    return story.told();
  }

  private void read(TraceBuffer trace) throws IOException {
    if (level == Level.ALL) {
      trace.forEach(
          step -> add(Moment.of(step, names, Kind.STEP, names.target(step), names.what(step))));
      return;
    }
    Foresight foresight = Foresight.of(trace, now);
    Narrator narrator = new Narrator(names, foresight, level.shows(Level.LOCKS), this::add);
    if (!level.shows(Level.FUNCTIONS)) {
      trace.forEach(narrator::step);
    } else if (trace.calls().isPresent()) {
      FunctionCalls functions = new FunctionCalls(names, trace.calls().get(), this::add);
      trace.forEachWatched(
          (step, call, before, after) -> {
            functions.step(step, call);
            narrator.step(step);
          });
    } else {
      FunctionChanges functions = new FunctionChanges(names, this::add);
      trace.forEach(
          step -> {
            functions.step(step);
            narrator.step(step);
          });
    }
  }

  private void add(Moment moment) {
    if (filter.wants(moment)) {
      moments.computeIfAbsent(moment.cpu(), it -> new ArrayList<>()).add(moment);
    }
  }

  private List<Told> told() {
    List<Told> all = new ArrayList<>();
    moments.values().forEach(it -> all.addAll(folded(it)));
    all.sort(Comparator.comparingLong(it -> it.moment().seq()));
    return all;
  }

  private List<Told> folded(List<Moment> ofCpu) {
    return level == Level.ALL
        ? ofCpu.stream().map(Told::once).toList()
        : Loops.fold(Bursts.fold(ofCpu));
  }
}
