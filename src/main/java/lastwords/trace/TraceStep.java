package lastwords.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import lastwords.json.Json;

/**
 * A step as in a trace file.
 *
 * @param cpu -1 if no CPU did it
 * @param place function, file and line; empty if there is none
 */
record TraceStep(
    long seq, int cpu, String place, String op, String target, String argument, String result) {
  private static final List<String> WRITING =
      List.of(
          "store", "xchg", "cmpxchg", "add", "or", "and", "lock", "trylock", "unlock", "lock_init");

  /** Parses a line of JSON; empty if it is not a step. */
  static Optional<TraceStep> of(String line) {
    return Json.tree(line).filter(it -> it.hasNonNull("op")).map(TraceStep::of);
  }

  private static TraceStep of(JsonNode node) {
    String place =
        node.has("function")
            ? node.get("function").asText()
                + "() "
                + node.path("file").asText()
                + ":"
                + node.path("line").asText()
            : "";
    return new TraceStep(
        node.path("seq").asLong(),
        node.path("cpu").asInt(-1),
        place,
        node.get("op").asText(),
        node.path("target").asText(),
        node.path("argument").asText(),
        node.path("result").asText());
  }

  /** Does it do the same, regardless of the time? */
  boolean same(TraceStep other) {
    return sameAsked(other) && result.equals(other.result);
  }

  /** Does it make the same request, whatever the answer? */
  boolean sameAsked(TraceStep other) {
    return sameDone(other) && argument.equals(other.argument);
  }

  /** Is it the same operation on the same part, at the same place in the code? */
  boolean sameDone(TraceStep other) {
    return cpu == other.cpu
        && place.equals(other.place)
        && op.equals(other.op)
        && (target.equals(other.target) || op.equals("text"));
  }

  /** Does it have a text? Messages have timestamps in theirs. */
  boolean hasText() {
    return result.contains(" ");
  }

  /** May it change what others see of its target? */
  boolean writes() {
    return WRITING.contains(op);
  }

  /** Does it come from outside the CPU? */
  boolean arrives() {
    return List.of("deliver", "wake", "drop", "stall", "resume", "fault").contains(op);
  }

  String text() {
    String what = target.isEmpty() ? op : op + " " + target;
    return (cpu < 0 ? "" : "cpu" + cpu + " ")
        + (place.isEmpty() ? "" : "in " + place + ": ")
        + what
        + (result.equals("0") && argument.equals("0") ? "" : " " + argument + " = " + result);
  }
}
