package lastwords.kernelc.tree;

import java.util.List;
import java.util.Optional;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.type.FunctionType;

/** A function of the kernel; equality is identity. */
public final class Function {
  private final String name;
  private final FunctionType type;
  private final Spot spot;
  private final Traits traits;
  private List<Local> parameters = List.of();
  private Optional<Stmt.Block> body = Optional.empty();

  public Function(String name, FunctionType type, Spot spot, Traits traits) {
    this.name = name;
    this.type = type;
    this.spot = spot;
    this.traits = traits;
  }

  /**
   * The specifiers before a function's name.
   *
   * @param vector the interrupt it serves, or -1
   */
  public record Traits(boolean inline, boolean noreturn, int vector) {}

  public String name() {
    return name;
  }

  public FunctionType type() {
    return type;
  }

  public Spot spot() {
    return spot;
  }

  public boolean inline() {
    return traits.inline();
  }

  public boolean noreturn() {
    return traits.noreturn();
  }

  public int vector() {
    return traits.vector();
  }

  public void define(List<Local> named, Stmt.Block block) {
    parameters = List.copyOf(named);
    body = Optional.of(block);
  }

  public List<Local> parameters() {
    return parameters;
  }

  /** Absent if the function is only declared, or if its body is wrong. */
  public Optional<Stmt.Block> body() {
    return body;
  }
}
