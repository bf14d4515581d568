package lastwords.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import lastwords.json.Json;

/**
 * A step as a trace file has it.
 *
 * @param cpu -1 when no CPU did it
 * @param place function, file and line; empty when there is none
 */
record TraceStep(
    long seq, int cpu, String place, String op, String target, String argument, String result) {
  private static final List<String> WRITING =
      List.of(
          "store", "xchg", "cmpxchg", "add", "or", "and", "lock", "trylock", "unlock", "lock_init");

  /** The step that a line of JSON is; empty when it is none. */
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

  /** Does it the same, whenever it does? */
  boolean same(TraceStep other) {
    return sameAsked(other) && result.equals(other.result);
  }

  /** Asks for the same, whatever comes back? */
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

  /** Does it get a text, as messages are, which have time stamps? */
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
