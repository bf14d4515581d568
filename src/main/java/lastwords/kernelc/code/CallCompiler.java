package lastwords.kernelc.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.tree.AtomicKind;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.type.IntType;

/** Compiles calls: arguments go into fresh slots, the result into the first of them. */
final class CallCompiler {
  /** Shift of the width in the operand of RMW. */
  static final int WIDTH_SHIFT = 8;

  private static final int LINK = 2;
  private static final Map<String, Builtin> BUILTINS = byName();
  private static final Set<Builtin> ENDLESS =
      new TreeSet<>(
          List.of(Builtin.RESET, Builtin.POWER_OFF, Builtin.JUMP_CRASH_KERNEL, Builtin.TRAP));

  private final Emitter out;
  private final ValueCompiler values;
  private final InlineCalls inlines;
  private final FunctionCode code;
  private final FrameLayout frame;

  CallCompiler(Emitter out, ValueCompiler values, InlineCalls inlines) {
    this.out = out;
    this.values = values;
    this.inlines = inlines;
    code = out.code();
    frame = out.frame();
  }

  private static Map<String, Builtin> byName() {
    Map<String, Builtin> names = new LinkedHashMap<>();
    for (Builtin builtin : Builtin.values()) {
      names.put(builtin.cName(), builtin);
    }
    return names;
  }

  private void argument(Expr e) {
    values.into(e, frame.temporary());
  }

  int direct(Expr.Call e, int wanted) {
    return inlines.takes(e.function()) ? inlines.compile(e, wanted) : framed(e, wanted);
  }

  private int framed(Expr.Call e, int wanted) {
    // The slot that waits for the result can be the link's: nothing is in it yet.
    boolean there = e.further().isEmpty() && wanted >= 0 && frame.isLastTemporary(wanted);
    e.further().forEach(this::argument);
    int link = there ? wanted : frame.temporary();
    frame.temporaries(LINK - 1);
    e.named().forEach(this::argument);
    code.at(e.spot().line());
    code.emit(Op.CALL, out.numberOf(e.function(), e.spot()), link, e.further().size());
    called(link);
    if (e.function().noreturn()) {
      code.emit(Op.FOREVER, 0, 0, 0);
    }
    return link;
  }

  /** The callee's frame overlapped all slots after the link. */
  private void called(int link) {
    frame.touchAll();
    frame.release(link + 1);
  }

  int throughPointer(Expr.CallPointer e) {
    int pointer = values.any(e.pointer());
    e.further().forEach(this::argument);
    int link = frame.temporaries(LINK);
    e.named().forEach(this::argument);
    code.at(e.spot().line());
    code.emit(Op.CALLR, pointer, link, e.further().size());
    called(link);
    return link;
  }

  private int first(int wanted) {
    return wanted >= 0 && frame.isLastTemporary(wanted) ? wanted : frame.temporary();
  }

  /** Compiles arguments into consecutive slots. */
  private int arguments(List<Expr> arguments, int first) {
    for (int i = 0; i < arguments.size(); i++) {
      values.into(arguments.get(i), i == 0 ? first : frame.temporary());
    }
    return first;
  }

  int builtin(Expr.BuiltinCall e, int wanted) {
    Builtin builtin = BUILTINS.get(e.name());
    // A single argument can go where the result is wanted, whatever is there.
    boolean there = wanted >= 0 && e.arguments().size() <= 1;
    int first = arguments(e.arguments(), there ? wanted : first(wanted));
    code.at(e.spot().line());
    code.emit(Op.SYS, first, builtin.ordinal(), e.arguments().size());
    if (ENDLESS.contains(builtin)) {
      code.emit(Op.FOREVER, 0, 0, 0);
    }
    if (!there) {
      frame.release(first + 1);
    }
    return first;
  }

  int atomic(Expr.Atomic e, int wanted) {
    int first = first(wanted);
    values.into(e.pointer(), first);
    e.values().forEach(this::argument);
    code.at(e.spot().line());
    code.emit(Op.RMW, first, 0, kind(e.kind()) | width(e));
    frame.release(first + 1);
    return first;
  }

  /** Only a sum can exceed the type of its operands. */
  private static int width(Expr.Atomic e) {
    boolean sum = e.kind() == AtomicKind.ADD;
    return sum ? e.type().integer().orElse(IntType.LONG).extension() << WIDTH_SHIFT : 0;
  }

  private static int kind(AtomicKind kind) {
    return switch (kind) {
      case XCHG -> Op.RMW_XCHG;
      case CMPXCHG -> Op.RMW_CMPXCHG;
      case ADD -> Op.RMW_ADD;
      case OR -> Op.RMW_OR;
      case AND -> Op.RMW_AND;
    };
  }
}
