package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.cases.RunCase;
import lastwords.cli.page.RunPages;
import lastwords.cli.report.block.Swimlane;
import lastwords.engine.walk.Replay;
import lastwords.json.Json;
import lastwords.trace.Micros;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;

/** Replays witnesses and collects the data for their pictures. */
final class WitnessLanes {
  private static final long MOST_STEPS = 60_000; // per run: a report is mailed

  private WitnessLanes() {}

  /**
   * Replays a run.
   *
   * @param id its id in the report
   * @throws Replay.ImpossibleException if it cannot be replayed
   */
  static Swimlane of(String id, ShownRun run) throws IOException {
    TraceBuffer steps = new TraceBuffer(MOST_STEPS);
    Replay.Done done = run.witness().runSpec().run(run.setup(), steps);
    RunCase of = RunCase.of(run.made(), 0, run.again());
    RunPage page =
        RunPages.of(run.made().title(), of, done.result(), steps, done.machine(), List.of());
    JsonNode data = Json.mapper().valueToTree(page);
    String missing =
        steps.lost() == 0 ? "" : ", without the first " + steps.lost() + " of its steps";
    return new Swimlane(
        id,
        title(run, of) + missing,
        done.result().outcome().summary(),
        run.again(),
        story(data),
        data.toString());
  }

  private static String title(ShownRun run, RunCase of) {
    boolean plain = of.variant().equals("default");
    String scenario = plain ? of.scenario() : of.scenario() + ":" + of.variant();
    StringBuilder title = new StringBuilder(scenario);
    title.append(", kernel ").append(of.kernel()).append(", machine ").append(of.machine());
    run.witness()
        .overrides()
        .set()
        .forEach((name, value) -> title.append(", ").append(name).append('=').append(value));
    return title.toString();
  }

  private static List<Swimlane.Moment> story(JsonNode data) {
    long[] times = times(data.path("steps").path("nanos"));
    boolean timed = times.length > 0 && times[times.length - 1] > 0;
    List<Swimlane.Moment> story = new ArrayList<>();
    for (JsonNode line : data.path("story")) {
      int step = line.path("step").asInt();
      boolean known = timed && step >= 0 && step < times.length;
      int cpu = line.path("cpu").asInt();
      story.add(
          new Swimlane.Moment(
              step,
              known ? Micros.text(times[step]).strip() : "#" + step,
              cpu < 0 ? "machine" : "cpu" + cpu,
              ResultMembers.text(line, "text"),
              ResultMembers.text(line, "place")));
    }
    return story;
  }

  private static long[] times(JsonNode differences) {
    long[] times = new long[differences.size()];
    long now = 0;
    for (int i = 0; i < times.length; i++) {
      now += differences.get(i).asLong();
      times[i] = now;
    }
    return times;
  }
}
