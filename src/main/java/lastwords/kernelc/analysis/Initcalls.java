package lastwords.kernelc.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.read.KnownNames;
import lastwords.kernelc.read.Scope;
import lastwords.kernelc.source.NearestName;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Function;

/** The functions that run at boot. */
final class Initcalls {
  /** The levels, in the order in which they run. */
  private static final List<String> LEVELS =
      List.of(
          "early_initcall",
          "core_initcall",
          "console_initcall",
          "device_initcall",
          "late_initcall");

  private final KnownNames known;
  private final List<Initcall> calls = new ArrayList<>();

  Initcalls(KnownNames known) {
    this.known = known;
  }

  private record Initcall(int level, Unit unit, String function, Spot spot) {}

  static boolean isLevel(String macro) {
    return LEVELS.contains(macro);
  }

  static String hint(String macro) {
    List<String> known = new ArrayList<>(LEVELS);
    known.addAll(
        List.of("DEFINE_RAW_SPINLOCK", "DEFINE_SPINLOCK", "DEFINE_PER_CPU", "EXPORT_SYMBOL"));
    return NearestName.hint(macro, known);
  }

  void add(String macro, Unit unit, String function, Spot spot) {
    calls.add(new Initcall(LEVELS.indexOf(macro), unit, function, spot));
  }

  List<Function> inOrder() {
    return calls.stream()
        .sorted(Comparator.comparingInt(Initcall::level))
        .flatMap(
            call ->
                known.problems().guard(() -> function(call), Optional.<Function>empty()).stream())
        .toList();
  }

  private Optional<Function> function(Initcall call) {
    Optional<Function> function =
        known.names().find(call.unit(), call.function()).flatMap(Symbol::function);
    if (function.isEmpty()) {
      known
          .problems()
          .add(
              call.spot(),
              Scope.of(known, call.unit())
                  .unknownFunction(call.spot(), call.function())
                  .getMessage());
    } else if (!function.get().type().parameters().isEmpty()) {
      known
          .problems()
          .add(
              call.spot(),
              "expected a function without parameters, not " + Wording.quoted(call.function()));
    }
    return function;
  }
}
