package lastwords.trace;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.StepRecord;

/** What a step did, in a few words: {@code cmpxchg panic_cpu 0 = -1}. */
final class Phrases {
  private static final Builtin[] BUILTINS = Builtin.values();

  private final StepNames names;

  Phrases(StepNames names) {
    this.names = names;
  }

  /** The whole phrase: operation, target, argument and result, as far as the operation has them. */
  String of(StepRecord step) {
    String target = target(step);
    String head =
        target.isEmpty() ? step.operation().word() : step.operation().word() + " " + target;
    return switch (step.operation()) {
      case LOAD, IS_LOCKED, TRYLOCK, RANDOM -> head + " = " + names.value(step.result());
      case STORE -> head + " " + names.value(step.argument());
      case CMPXCHG -> head + " if " + names.value(step.argument()) + outcome(step);
      case XCHG, ADD, OR, AND ->
          head + " " + names.value(step.argument()) + " = " + names.value(step.result());
      case LOCK -> head + (step.result() == 0 ? " waits" : "");
      case SEND_IPI -> head + " to " + cpus(step.argument());
      case TIMER -> head + " in " + step.argument() + " ns";
      case DELAY -> head + " " + step.argument() + " ns";
      case UART_TX, PRAM_WRITE -> head + " " + names.value(step.argument());
      case NOTE, FIRMWARE -> head + call(step);
      case TEXT -> head + (step.result() == 0 ? "" : " = " + names.value(step.result()));
      case DELIVER -> head + (step.argument() < 0 ? "" : " from cpu" + step.argument());
      case FAULT -> head + (step.argument() == StepRecord.FAULT_ENDS ? " ends" : "");
      case TRACE -> head + " " + names.value(step.argument());
      default -> head;
    };
  }

  private String outcome(StepRecord step) {
    boolean stored = step.argument() == step.result();
    return stored ? ": stored" : ": is " + names.value(step.result());
  }

  private String call(StepRecord step) {
    boolean takes = !builtin(step).signature().endsWith("(void)");
    boolean gives = !builtin(step).signature().startsWith("void ");
    String argument = takes ? " " + names.value(step.argument()) : "";
    return gives ? argument + " = " + names.value(step.result()) : argument;
  }

  /** The operation's target as a name; empty if it has none. */
  String target(StepRecord step) {
    long target = step.target();
    return switch (step.operation()) {
      case LOAD, STORE, XCHG, CMPXCHG, ADD, OR, AND -> names.word(target);
      case LOCK, TRYLOCK, UNLOCK, IS_LOCKED, LOCK_INIT -> names.lock(target);
      case SEND_IPI, TIMER, INTERRUPT, DELIVER, DROP, TRAP -> names.vector(target);
      case UART_TX -> names.port(target);
      case PRAM_WRITE -> "zone " + target;
      case NOTE, FIRMWARE -> builtin(step).cName();
      case TEXT -> StepNames.isPointer(target) ? names.value(target) : "";
      case FAULT, STALL, RESUME -> "rule " + target;
      default -> "";
    };
  }

  /** The builtin of a NOTE or FIRMWARE step: its number is the target, 0 for lw_said(). */
  static Builtin builtin(StepRecord step) {
    return step.target() == 0 ? Builtin.SAID : BUILTINS[(int) step.target()];
  }

  /**
   * CPUs by number; three or more consecutive ones as a range, as in the kernel: {@code cpu1-63}.
   */
  static String cpus(long mask) {
    List<String> words = new ArrayList<>();
    for (long rest = mask; rest != 0; ) {
      int first = Long.numberOfTrailingZeros(rest);
      int count = Long.numberOfTrailingZeros(~(rest >>> first));
      int named = count > 2 ? 1 : count;
      for (int i = 0; i < named; i++) {
        words.add("cpu" + (first + i) + (count > 2 ? "-" + (first + count - 1) : ""));
      }
      rest &= first + count >= Long.SIZE ? 0 : -1L << first + count;
    }
    return words.isEmpty() ? "nobody" : String.join(",", words);
  }

  /** Does this word point to a text? */
  static boolean isText(long word) {
    return Pointer.tag(word) == Pointer.STRING;
  }
}
