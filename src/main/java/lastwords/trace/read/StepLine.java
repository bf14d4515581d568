package lastwords.trace.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import lastwords.json.Json;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;

/** Parses steps from lines of JSON, as written by {@code --trace-format jsonl}. */
final class StepLine {
  private static final int MOST_CPUS = Long.SIZE;
  private static final Map<String, Operation> OPERATIONS = new HashMap<>();
  private static final Map<String, Long> BUILTINS = new HashMap<>();
  private static final Map<String, Integer> CONTEXTS =
      Map.of(
          "task", CpuContext.TASK, "softirq", 1, "irq", CpuContext.HARDIRQ, "nmi", CpuContext.NMI);

  static {
    for (Operation operation : Operation.values()) {
      OPERATIONS.put(operation.word(), operation);
    }
    for (Builtin builtin : Builtin.values()) {
      BUILTINS.put(builtin.cName(), (long) builtin.ordinal());
    }
    BUILTINS.put(Builtin.SAID.cName(), 0L);
  }

  private final RecordedNames names;
  private final int[] interrupted; // by CPU: its context when it was last outside NMIs

  StepLine(RecordedNames names) {
    this.names = names;
    this.interrupted = new int[names.cpus()];
  }

  /**
   * The step in a line; empty if the line is not one.
   *
   * @param seq the sequence number that it gets
   */
  Optional<StepRecord> read(String line, long seq) {
    return Json.tree(line)
        .filter(it -> it.has("ns") && OPERATIONS.containsKey(it.path("op").asText()))
        .filter(it -> isCpu(it.path("cpu").asInt(-1)))
        .map(it -> step(it, seq));
  }

  private boolean isCpu(int cpu) {
    return cpu >= -1 && cpu < Math.min(MOST_CPUS, names.cpus());
  }

  private StepRecord step(JsonNode line, long seq) {
    Operation operation = OPERATIONS.get(line.get("op").asText());
    int cpu = line.path("cpu").asInt(-1);
    return new StepRecord(
        seq,
        line.get("ns").asLong(),
        cpu,
        context(line, cpu),
        place(line),
        operation,
        target(operation, line.path("target").asText()),
        value(operation, line.path("argument")),
        value(operation, line.path("result")));
  }

  private int context(JsonNode line, int cpu) {
    int level = CONTEXTS.getOrDefault(line.path("context").asText(), CpuContext.TASK);
    int off = line.path("irqsOff").asBoolean() ? CpuContext.IRQS_OFF : 0;
    if (cpu < 0 || !line.has("function")) {
      return level | off;
    }
    if (level != CpuContext.NMI) {
      interrupted[cpu] = level;
    }
    boolean nested = level == CpuContext.NMI && interrupted[cpu] == CpuContext.HARDIRQ;
    return level | off | (nested ? CpuContext.NMI_IN_HARDIRQ : 0);
  }

  private int place(JsonNode line) {
    return line.has("function")
        ? names.placeNumber(
            line.get("function").asText(), line.path("file").asText(), line.path("line").asInt())
        : -1;
  }

  private long target(Operation operation, String name) {
    return switch (operation) {
      case LOAD, STORE, XCHG, CMPXCHG, ADD, OR, AND -> names.wordNumber(name);
      case LOCK, TRYLOCK, UNLOCK, IS_LOCKED, LOCK_INIT -> names.lockNumber(name);
      case SEND_IPI, TIMER, INTERRUPT, DELIVER, DROP, TRAP -> names.vectorNumber(name);
      case UART_TX -> names.portNumber(name);
      case NOTE, FIRMWARE -> BUILTINS.getOrDefault(name, 0L);
      case TEXT -> name.isEmpty() ? 0 : names.namePointer(name);
      case PRAM_WRITE -> numberAfter("zone ", name);
      case FAULT, STALL, RESUME -> numberAfter("rule ", name);
      default -> 0;
    };
  }

  private static long numberAfter(String word, String name) {
    ToLongFunction<String> number = it -> it.matches("-?\\d{1,18}") ? Long.parseLong(it) : 0;
    return name.startsWith(word) ? number.applyAsLong(name.substring(word.length())) : 0;
  }

  private long value(Operation operation, JsonNode value) {
    if (!value.isTextual()) {
      return value.asLong();
    }
    String text = value.asText();
    boolean name = !isOfText(operation) && text.matches("&.*|va_list|[a-z_][a-z0-9_]*");
    return name ? names.namePointer(text) : names.textPointer(text);
  }

  private static boolean isOfText(Operation operation) {
    return switch (operation) {
      case NOTE, FIRMWARE, TEXT, UART_TX, PRAM_WRITE -> true;
      default -> false;
    };
  }
}
