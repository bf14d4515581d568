package lastwords.trace;

import lastwords.kernelc.Builtin;
import lastwords.kernelc.Op;
import lastwords.kernelc.Pointer;

/** What a step did, in a few words: {@code cmpxchg panic_cpu 0 = -1}. */
final class Phrases {
  private static final Builtin[] BUILTINS = Builtin.values();
  private static final int INTS_AN_INSTRUCTION = 4;
  private static final int BUILTIN_OPERAND = 2;

  private final Names names;

  Phrases(Names names) {
    this.names = names;
  }

  /** The whole phrase: operation, target, argument and result, as far as the operation has them. */
  String of(Step step) {
    String target = target(step);
    String head = target.isEmpty() ? step.operation().word() : step.operation().word() + " " + target;
    return switch (step.operation()) {
      case LOAD, IS_LOCKED, TRYLOCK, RANDOM -> head + " = " + names.value(step.result());
      case STORE -> head + " " + names.value(step.argument());
      case XCHG, CMPXCHG, ADD, OR, AND ->
          head + " " + names.value(step.argument()) + " = " + names.value(step.result());
      case LOCK -> head + (step.result() == 0 ? " waits" : "");
      case SEND_IPI -> head + " to " + cpus(step.argument());
      case TIMER -> head + " in " + step.argument() + " ns";
      case DELAY -> head + " " + step.argument() + " ns";
      case UART_TX, PRAM_WRITE -> head + " " + names.value(step.argument());
      case NOTE, FIRMWARE, TEXT -> head + argumentAndResult(step);
      case DELIVER, DROP -> head + (step.argument() < 0 ? "" : " from cpu" + step.argument());
      case TRACE -> head + names.value(step.argument());
      default -> head;
    };
  }

  private String argumentAndResult(Step step) {
    String argument = step.argument() == 0 ? "" : " " + names.value(step.argument());
    return step.result() == 0 ? argument : argument + " = " + names.value(step.result());
  }

  /** What the operation was done to, as a name; empty when it has no target. */
  String target(Step step) {
    long target = step.target();
    return switch (step.operation()) {
      case LOAD, STORE, XCHG, CMPXCHG, ADD, OR, AND -> names.word(target);
      case LOCK, TRYLOCK, UNLOCK, IS_LOCKED, LOCK_INIT -> names.lock(target);
      case SEND_IPI, TIMER, INTERRUPT, DELIVER, DROP, TRAP -> "vector " + target;
      case UART_TX, UART_STOP, WEDGE -> "port " + target;
      case PRAM_WRITE -> "zone " + target;
      case NOTE, FIRMWARE -> builtin(step.pc());
      case TEXT -> builtin(step.pc()) + (Names.isPointer(target) ? " " + names.value(target) : "");
      default -> "";
    };
  }

  private String builtin(int pc) {
    int[] code = names.code();
    int at = pc * INTS_AN_INSTRUCTION;
    boolean call = pc >= 0 && at < code.length && code[at] == Op.SYS;
    return call ? BUILTINS[code[at + BUILTIN_OPERAND]].cName() : "";
  }

  private static String cpus(long mask) {
    StringBuilder out = new StringBuilder();
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      out.append(out.length() == 0 ? "cpu" : ",cpu").append(Long.numberOfTrailingZeros(rest));
    }
    return out.length() == 0 ? "nobody" : out.toString();
  }

  /** Does this word point to a text? */
  static boolean isText(long word) {
    return Pointer.tag(word) == Pointer.STRING;
  }
}
