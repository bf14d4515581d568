package lastwords.cli.cases;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.kernelc.source.Wording;
import lastwords.outcome.FaultSeen;
import lastwords.outcome.FaultTotal;

/** Reports on a scenario's faults after many runs: whether and how often each fired. */
public final class FaultSums {
  private FaultSums() {}

  /** Of seeded runs, in lines. */
  public static List<String> lines(List<FaultTotal> faults, int runs) {
    return faults.stream().map(it -> name(it.id(), it.text()) + times(it, runs)).toList();
  }

  private static String times(FaultTotal fault, int runs) {
    if (fault.runs() == 0) {
      return " never fired in any of " + Wording.count(runs, "run");
    }
    String all = fault.fired() == 1 ? ", once" : ", " + fault.fired() + " times in total";
    return " fired in " + fault.runs() + " of " + Wording.count(runs, "run") + all;
  }

  /**
   * Of every interleaving, in lines.
   *
   * @param whole whether all of them were explored
   */
  public static List<String> lines(List<FaultSeen> faults, boolean whole) {
    String never =
        whole ? " never fired in any interleaving" : " did not fire in the explored part";
    return faults.stream()
        .map(it -> name(it.id(), it.text()) + (it.fired() ? " fired in some interleavings" : never))
        .toList();
  }

  private static String name(int id, String text) {
    return id == FaultSeen.BUDGET ? text : "fault " + id + " (" + text + ")";
  }

  /** The faults of a case that never fired, in lines. */
  public static List<String> never(CaseResult result) {
    List<String> explored =
        result.exploration().map(it -> never(it.faults(), it.exhausted())).orElse(List.of());
    return explored.isEmpty() ? never(result.faults(), result.runs()) : explored;
  }

  /** Of seeded runs, those that never fired, in lines. */
  public static List<String> never(List<FaultTotal> faults, int runs) {
    return lines(faults.stream().filter(it -> it.runs() == 0).toList(), runs);
  }

  /** Of every interleaving, those that never fired, in lines. */
  public static List<String> never(List<FaultSeen> faults, boolean whole) {
    return lines(faults.stream().filter(it -> !it.fired()).toList(), whole);
  }

  /** The faults of a case, as members of JSON objects. */
  public static List<Map<String, Object>> objects(CaseResult result) {
    return result.exploration().isPresent()
        ? result.exploration().get().faults().stream().map(FaultSums::object).toList()
        : objects(result.faults());
  }

  public static List<Map<String, Object>> objects(List<FaultTotal> faults) {
    return faults.stream().map(FaultSums::object).toList();
  }

  private static Map<String, Object> object(FaultSeen fault) {
    return new TreeMap<>(
        Map.of("id", fault.id(), "text", fault.text(), "everFired", fault.fired()));
  }

  private static Map<String, Object> object(FaultTotal fault) {
    return new TreeMap<>(
        Map.of(
            "id",
            fault.id(),
            "text",
            fault.text(),
            "everFired",
            fault.runs() > 0,
            "runs",
            fault.runs(),
            "fired",
            fault.fired()));
  }

  /** Writes the faults of a document. */
  public static void write(JsonGenerator json, List<Map<String, Object>> faults)
      throws IOException {
    json.writeArrayFieldStart("faults");
    for (Map<String, Object> fault : faults) {
      json.writeStartObject();
      for (Map.Entry<String, Object> member : fault.entrySet()) {
        json.writeObjectField(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
