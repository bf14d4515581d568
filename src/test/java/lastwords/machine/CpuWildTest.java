package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.Builtin;
import org.junit.jupiter.api.Test;

/**
 * Kernel C that calls any builtin with any arguments: wild pointers, forged ones, numbers out of
 * range. A machine answers or traps; it never fails, and repeats exactly.
 */
class CpuWildTest {
  private static final int PROGRAMS = Integer.getInteger("wild.programs", 600);
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "3",
          "63",
          "64",
          "65",
          "255",
          "256",
          "4096",
          "0x7fffffff",
          "-2147483648L",
          "0x100000000L",
          "0x7fffffffffffffffL",
          "0x8000000000000000UL",
          "0xffffffff00000002UL");
  private static final List<String> POINTERS =
      List.of(
          "0",
          "0x1234",
          "-1",
          "(long)&number",
          "(long)&table[4]",
          "(long)(&table[1] + 39)",
          "(long)&own[2]",
          "(long)(&own[1] + 5000)",
          "(long)&lock",
          "(long)handler",
          "(long)nmi",
          "(long)per_cpu_ptr(&mine, 1)",
          "0x5100000000000000L",
          "0x51ffffff00000000L",
          "0x5180000000000000L",
          "0x5200000000000000L",
          "0x52ffffffff000000L",
          "0x5200000001ffffffL",
          "0x5300000000000000L",
          "0x53ffffffff000000L",
          "0x5380000000000000L",
          "0x5400000000000000L",
          "0x5401000000000000L",
          "0x54ffffffff000000L",
          "0x5500000000ffffffL",
          "0x5500000400ffffffL",
          "0x55ffffffffffffffL");
  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"text\\n\"",
          "\"%s %d %p\"",
          "\"%*.*s|%-*d|%pS\"",
          "shared",
          "local",
          "shared + 3",
          "local + 100",
          "names[1]",
          "(char *)(long)&shared",
          "NULL");
  private static final String PRELUDE =
      """
      int number = 5, table[4], chosen;
      raw_spinlock_t lock;
      char shared[16], names[3][8];
      DEFINE_PER_CPU(int, mine);
      int handler(int n) { trace(1000 + n); return n; }
      __interrupt(2) void nmi(void) { trace(2); }
      __interrupt(0x40) void interrupt(void) { trace(0x40); }
      __interrupt(0) void divide_error(void) { trace(-1); }
      __interrupt(8) void stack_overflow(void) { trace(-8); }
      __interrupt(14) void page_fault(void) { trace(-14); }
      """;
  private static final List<String> STATEMENTS =
      List.of(
          "trace(*(int *)(P));",
          "*(int *)(P) = N;",
          "trace(*(long *)(P) + N);",
          "trace(((int (*)(int))(P))(N));",
          "trace(table[(int)(N) + chosen]);",
          "table[(int)(N) + chosen] = N;",
          "trace(own[(long)(N) + chosen]);",
          "own[(int)(N) + chosen] = N;",
          "shared[(int)(N) + chosen] = N;",
          "local[(int)(N) & 0xffff + chosen] = N;",
          "trace(shared[(int)(N) + chosen]);",
          "trace(*(T + (int)(N) + chosen));",
          "trace(per_cpu(mine, (int)(N) + chosen));",
          "trace((long)(N) / ((int)(N) + chosen));",
          "trace(N % ((N) + chosen));",
          "trace((long)(N) << ((int)(N) + chosen));",
          "handler(N);",
          "chosen = (long)(T) == (N);",
          "trace(strlen(T) + (P));");

  private final Random random = new Random(Long.getLong("wild.seed", 20));

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String argument(String parameter) {
    String type = parameter.strip().replaceAll("\\w+$", "").strip();
    boolean wild = random.nextInt(4) == 0;
    return switch (type) {
      case "const char *", "char *" -> wild ? "(char *)(" + pick(POINTERS) + ")" : pick(TEXTS);
      case "void *" -> "(void *)(" + pick(POINTERS) + ")";
      case "raw_spinlock_t *" -> wild ? "(raw_spinlock_t *)(" + pick(POINTERS) + ")" : "&lock";
      case "T *" -> wild ? "(int *)(" + pick(POINTERS) + ")" : "&number";
      case "", "..." ->
          pick(List.of(pick(NUMBERS), pick(TEXTS), "(void *)(" + pick(POINTERS) + ")"));
      default -> wild ? pick(NUMBERS) : String.valueOf(random.nextInt(4));
    };
  }

  /** A call of a builtin; formats are not literals, so that they need not match. */
  private String call() {
    Builtin builtin = Builtin.values()[random.nextInt(Builtin.values().length)];
    String signature = builtin.signature();
    String parameters = signature.substring(signature.indexOf('(') + 1, signature.lastIndexOf(')'));
    if (parameters.contains("va_list")) {
      return "handler(0);";
    }
    List<String> arguments = new ArrayList<>();
    for (String parameter : parameters.equals("void") ? new String[0] : parameters.split(",")) {
      boolean format = parameter.contains("fmt");
      arguments.add(format ? "(chosen ? shared : " + pick(TEXTS) + ")" : argument(parameter));
    }
    return builtin.cName() + "(" + String.join(", ", arguments) + ");";
  }

  private String statement() {
    if (random.nextBoolean()) {
      return call();
    }
    String statement = pick(STATEMENTS);
    while (statement.matches(".*\\b[NPT]\\b.*")) {
      statement = statement.replaceFirst("\\bN\\b", pick(NUMBERS));
      statement = statement.replaceFirst("\\bP\\b", pick(POINTERS).replace("$", ""));
      statement = statement.replaceFirst("\\bT\\b", pick(TEXTS).replace("\\", "\\\\"));
    }
    return statement;
  }

  private String program() {
    return PRELUDE
        + IntStream.range(0, 3)
            .mapToObj(
                cpu ->
                    IntStream.range(0, 5)
                        .mapToObj(i -> "  " + statement() + "\n")
                        .collect(
                            Collectors.joining(
                                "",
                                "void cpu" + cpu + "(void)\n{\n  int own[6];\n  char local[8];\n\n",
                                "}\n")))
            .collect(Collectors.joining());
  }

  @Test
  void whateverIsAskedTheMachineAnswersOrTrapsAndDoesTheSameAgain() {
    int compiled = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      String program = program();
      List<SourceFile> source = List.of(new SourceFile("cpu.c", program, 0));
      if (KernelCompiler.compile(source, Map.of()).image().isPresent()) {
        compiled++;
        check(program);
      }
    }
    assertThat(compiled).isGreaterThan(PROGRAMS * 3 / 4);
  }

  private static void check(String program) {
    try {
      CpuBench.Ran ran = CpuBench.run(program);
      assertThat(CpuBench.run(program).lines()).isEqualTo(ran.lines());
      assertThat(ran.result().explanation()).isNotNull();
    } catch (RuntimeException e) {
      throw new AssertionError(e + " at " + e.getStackTrace()[0] + " in\n" + program, e);
    }
  }
}
