package lastwords.kernelc.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lastwords.kernelc.source.NearestName;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.tree.Stmt;
import lastwords.kernelc.type.IntType;

/** The targets of a function's jumps. */
public final class Flow {
  private final Map<String, Spot> labels = new LinkedHashMap<>();
  private final Map<String, Spot> jumps = new LinkedHashMap<>();
  private final Deque<Around> around = new ArrayDeque<>();

  /** A loop, or a switch with its cases so far. */
  private record Around(Optional<IntType> switchType, List<Stmt.Case> cases) {}

  public <T> T inLoop(Supplier<T> body) {
    return within(new Around(Optional.empty(), List.of()), body);
  }

  public <T> T inSwitch(IntType type, List<Stmt.Case> cases, Supplier<T> body) {
    return within(new Around(Optional.of(type), cases), body);
  }

  private <T> T within(Around inner, Supplier<T> body) {
    around.push(inner);
    try {
      return body.get();
    } finally {
      around.pop();
    }
  }

  public void checkBreak(Spot spot) {
    if (around.isEmpty()) {
      throw new SourceError(spot, "'break' outside of a loop or switch");
    }
  }

  public void checkContinue(Spot spot) {
    if (around.stream().allMatch(outer -> outer.switchType().isPresent())) {
      throw new SourceError(spot, "'continue' outside of a loop");
    }
  }

  private Around innermostSwitch(Spot spot, String what) {
    return around.stream()
        .filter(outer -> outer.switchType().isPresent())
        .findFirst()
        .orElseThrow(() -> new SourceError(spot, Wording.quoted(what) + " outside of a switch"));
  }

  public Stmt.Case newCase(Spot spot, long low, long high) {
    Around inner = innermostSwitch(spot, "case");
    IntType type = inner.switchType().orElseThrow();
    Stmt.Case added = new Stmt.Case(spot, type.wrap(low), type.wrap(high), false);
    for (Stmt.Case other : inner.cases()) {
      boolean apart = other.isDefault() || added.high() < other.low() || added.low() > other.high();
      if (!apart) {
        throw new SourceError(
            spot,
            "duplicate case "
                + Math.max(added.low(), other.low())
                + ": already in "
                + other.spot().fileAndLine());
      }
    }
    inner.cases().add(added);
    return added;
  }

  public Stmt.Case newDefault(Spot spot) {
    Around inner = innermostSwitch(spot, "default");
    if (inner.cases().stream().anyMatch(Stmt.Case::isDefault)) {
      throw new SourceError(spot, "duplicate 'default' in this switch");
    }
    Stmt.Case added = new Stmt.Case(spot, 0, 0, true);
    inner.cases().add(added);
    return added;
  }

  public void label(Spot spot, String name) {
    Spot before = labels.putIfAbsent(name, spot);
    if (before != null) {
      throw new SourceError(
          spot, "duplicate label " + Wording.quoted(name) + ": already in " + before.fileAndLine());
    }
  }

  public void jump(Spot spot, String name) {
    jumps.putIfAbsent(name, spot);
  }

  /** Called when the whole function has been read: checks that every goto has its label. */
  public void checkJumps(Problems problems) {
    jumps.forEach(
        (name, spot) -> {
          if (!labels.containsKey(name)) {
            problems.add(
                spot,
                "unknown label " + Wording.quoted(name) + NearestName.hint(name, labels.keySet()));
          }
        });
  }
}
