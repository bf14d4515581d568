package lastwords.kernelc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/** A random kernel C program that also computes its results in Java. */
final class RandomProgram {
  private static final String[] ARITHMETIC = {"+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"};
  private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!="};
  private static final long[] SPECIAL = {
    0,
    1,
    2,
    -1,
    7,
    127,
    128,
    255,
    256,
    32767,
    65535,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xffffffffL,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };
  private static final int VARIABLES = 10;
  private static final int DEPTH = 3;

  private final Random random;
  private final List<Variable> variables = new ArrayList<>();
  private final StringBuilder functions = new StringBuilder();
  private final String text;
  private final Runnable run;
  private int functionCount;

  RandomProgram(long seed) {
    random = new Random(seed * 0x9e3779b97f4a7c15L);
    StringBuilder globals = new StringBuilder();
    StringBuilder locals = new StringBuilder();
    for (int i = 0; i < VARIABLES; i++) {
      declare(i, globals, locals);
    }
    Action body = block(2);
    StringBuilder traces = new StringBuilder();
    variables.forEach(variable -> traces.append("\ttrace((long)" + variable.name + ");\n"));
    text =
        globals
            + functions.toString()
            + "void test(void)\n{\n"
            + locals
            + body.text
            + traces
            + "}\n";
    run = body.run;
  }

  /** A variable and its current value. */
  private static final class Variable {
    final String name;
    final CNumber type;
    long value;

    Variable(String name, CNumber type, long value) {
      this.name = name;
      this.type = type;
      this.value = value;
    }
  }

  private record Value(String text, CNumber type, LongSupplier now) {}

  private record Action(String text, Runnable run) {}

  String text() {
    return text;
  }

  /** The final values of the variables. */
  List<Long> results() {
    run.run();
    return variables.stream().map(variable -> variable.value).toList();
  }

  private void declare(int i, StringBuilder globals, StringBuilder locals) {
    CNumber type = pick(CNumber.values());
    long value = type.of(number());
    boolean global = random.nextInt(3) == 0;
    Variable variable = new Variable((global ? "g" : "l") + i, type, value);
    variables.add(variable);
    String declaration = type.text + " " + variable.name + " = " + literal(value) + ";\n";
    (global ? globals : locals).append(global ? declaration : "\t" + declaration);
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }

  private long number() {
    return random.nextInt(3) == 0
        ? random.nextInt(20) - 10
        : SPECIAL[random.nextInt(SPECIAL.length)];
  }

  /** The number in C; the type is long, or int for small ones. */
  private static String literal(long value) {
    if (value == Long.MIN_VALUE) {
      return "(-9223372036854775807L - 1)";
    }
    return value < 0 ? "(-" + -value + "L)" : value + "L";
  }

  // ---- statements ----

  private Action block(int depth) {
    List<Action> actions = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      actions.add(statement(depth));
    }
    StringBuilder joined = new StringBuilder();
    actions.forEach(action -> joined.append(action.text));
    return new Action(joined.toString(), () -> actions.forEach(action -> action.run.run()));
  }

  private Action statement(int depth) {
    int kind = depth == 0 ? random.nextInt(4) : random.nextInt(8);
    return switch (kind) {
      case 0, 1 -> assignment();
      case 2 -> compound();
      case 3 -> step();
      case 4, 5 -> choice(depth - 1);
      case 6 -> loop(depth - 1);
      default -> selection(depth - 1);
    };
  }

  private Action assignment() {
    Variable target = variables.get(random.nextInt(VARIABLES));
    Value value = value(DEPTH);
    return new Action(
        target.name + " = " + value.text + ";\n",
        () -> target.value = target.type.of(value.now.getAsLong()));
  }

  private Action compound() {
    Variable target = variables.get(random.nextInt(VARIABLES));
    String operator = pick(ARITHMETIC);
    boolean shift = operator.equals("<<") || operator.equals(">>");
    CNumber left = target.type.promoted();
    Value operand = fitting(operator, left, value(DEPTH - 1));
    CNumber type = shift ? left : CNumber.common(target.type, operand.type);
    return new Action(
        target.name + " " + operator + "= " + operand.text + ";\n",
        () -> {
          long right = operand.now.getAsLong();
          long result =
              type.compute(operator, type.of(target.value), shift ? right : type.of(right));
          target.value = target.type.of(result);
        });
  }

  private Action step() {
    Variable target = variables.get(random.nextInt(VARIABLES));
    boolean up = random.nextBoolean();
    String operator = up ? "++" : "--";
    String text = random.nextBoolean() ? target.name + operator : operator + target.name;
    return new Action(
        text + ";\n", () -> target.value = target.type.of(target.value + (up ? 1 : -1)));
  }

  private Action choice(int depth) {
    Value condition = value(DEPTH - 1);
    Action yes = block(depth);
    Action no = block(depth);
    return new Action(
        "if (" + condition.text + ") {\n" + yes.text + "} else {\n" + no.text + "}\n",
        () -> (condition.now.getAsLong() != 0 ? yes : no).run.run());
  }

  private Action loop(int depth) {
    int turns = random.nextInt(4);
    String counter = "i" + functionCount++;
    Action body = block(depth);
    return new Action(
        "for (int "
            + counter
            + " = 0; "
            + counter
            + " < "
            + turns
            + "; "
            + counter
            + "++) {\n"
            + body.text
            + "}\n",
        () -> {
          for (int i = 0; i < turns; i++) {
            body.run.run();
          }
        });
  }

  private Action selection(int depth) {
    Value value = value(2);
    int count = 1 + random.nextInt(8);
    List<Action> cases = new ArrayList<>();
    StringBuilder out = new StringBuilder("switch ((" + value.text + ") & 7) {\n");
    for (int i = 0; i < count; i++) {
      Action action = block(0);
      cases.add(action);
      out.append("case " + i + ":\n" + action.text + "break;\n");
    }
    return new Action(
        out + "}\n",
        () -> {
          int selected = (int) (value.now.getAsLong() & 7);
          if (selected < count) {
            cases.get(selected).run.run();
          }
        });
  }

  // ---- expressions ----

  private Value value(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? constant() : variable();
    }
    return switch (random.nextInt(10)) {
      case 0 -> variable();
      case 1 -> unary(depth - 1);
      case 2 -> comparison(depth - 1);
      case 3 -> logical(depth - 1);
      case 4 -> conditional(depth - 1);
      case 5 -> cast(depth - 1);
      case 6 -> called(depth - 1);
      default -> binary(depth - 1);
    };
  }

  private Value constant() {
    long number = number();
    return new Value(literal(number), CNumber.LONG, () -> number);
  }

  private Value variable() {
    Variable variable = variables.get(random.nextInt(variables.size()));
    return new Value(variable.name, variable.type, () -> variable.value);
  }

  private Value unary(int depth) {
    Value operand = value(depth);
    CNumber type = operand.type.promoted();
    return switch (random.nextInt(3)) {
      case 0 -> new Value("-(" + operand.text + ")", type, () -> type.of(-operand.now.getAsLong()));
      case 1 -> new Value("~(" + operand.text + ")", type, () -> type.of(~operand.now.getAsLong()));
      default ->
          new Value(
              "!(" + operand.text + ")", CNumber.INT, () -> operand.now.getAsLong() == 0 ? 1 : 0);
    };
  }

  private Value comparison(int depth) {
    Value left = value(depth);
    Value right = value(depth);
    String operator = pick(COMPARISONS);
    CNumber type = CNumber.common(left.type, right.type);
    return new Value(
        "(" + left.text + " " + operator + " " + right.text + ")",
        CNumber.INT,
        () ->
            type.holds(operator, type.of(left.now.getAsLong()), type.of(right.now.getAsLong()))
                ? 1
                : 0);
  }

  private Value logical(int depth) {
    Value left = value(depth);
    Value right = value(depth);
    boolean and = random.nextBoolean();
    return new Value(
        "(" + left.text + (and ? " && " : " || ") + right.text + ")",
        CNumber.INT,
        () -> {
          boolean a = left.now.getAsLong() != 0;
          boolean b = right.now.getAsLong() != 0;
          return (and ? a && b : a || b) ? 1 : 0;
        });
  }

  private Value conditional(int depth) {
    Value condition = value(depth);
    Value yes = value(depth);
    Value no = value(depth);
    CNumber type = CNumber.common(yes.type, no.type);
    return new Value(
        "(" + condition.text + " ? " + yes.text + " : " + no.text + ")",
        type,
        () -> type.of((condition.now.getAsLong() != 0 ? yes : no).now.getAsLong()));
  }

  private Value cast(int depth) {
    Value operand = value(depth);
    CNumber type = pick(CNumber.values());
    return new Value(
        "((" + type.text + ")" + "(" + operand.text + "))",
        type,
        () -> type.of(operand.now.getAsLong()));
  }

  private Value binary(int depth) {
    String operator = pick(ARITHMETIC);
    Value left = value(depth);
    Value right = fitting(operator, left.type.promoted(), value(depth));
    boolean shift = operator.equals("<<") || operator.equals(">>");
    CNumber type = shift ? left.type.promoted() : CNumber.common(left.type, right.type);
    return new Value(
        "(" + left.text + " " + operator + " " + right.text + ")",
        type,
        () -> {
          long b = right.now.getAsLong();
          return type.compute(operator, type.of(left.now.getAsLong()), shift ? b : type.of(b));
        });
  }

  /** A divisor that is not zero, a shift count that is defined. */
  private static Value fitting(String operator, CNumber left, Value right) {
    return switch (operator) {
      case "/", "%" -> {
        CNumber type = right.type.promoted();
        yield new Value(
            "((" + right.text + ") | 1)", type, () -> type.of(right.now.getAsLong() | 1));
      }
      case "<<", ">>" -> {
        int mask = left.bits - 1;
        CNumber type = right.type.promoted();
        yield new Value(
            "((" + right.text + ") & " + mask + ")", type, () -> right.now.getAsLong() & mask);
      }
      default -> right;
    };
  }

  /** A call of a function made for it: {@code static T f(A a, B b) { return a op b; }}. */
  private Value called(int depth) {
    Value first = value(depth);
    Value second = value(depth);
    CNumber a = pick(CNumber.values());
    CNumber b = pick(CNumber.values());
    CNumber result = pick(CNumber.values());
    String operator = pick(new String[] {"+", "-", "*", "&", "|", "^"});
    CNumber type = CNumber.common(a, b);
    String name = "f" + functionCount++;
    functions.append(
        "static "
            + result.text
            + " "
            + name
            + "("
            + a.text
            + " a, "
            + b.text
            + " b) { return a "
            + operator
            + " b; }\n");
    return new Value(
        name + "(" + first.text + ", " + second.text + ")",
        result,
        () -> {
          long x = type.of(a.of(first.now.getAsLong()));
          long y = type.of(b.of(second.now.getAsLong()));
          return result.of(type.compute(operator, x, y));
        });
  }
}
