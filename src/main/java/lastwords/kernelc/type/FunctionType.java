package lastwords.kernelc.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters and result of a function. */
public record FunctionType(Type result, List<Type> parameters, boolean variadic) implements Type {
  public FunctionType {
    parameters = List.copyOf(parameters);
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public long size() {
    return 1;
  }

  @Override
  public long alignment() {
    return 1;
  }

  @Override
  public String declare(String inner) {
    Stream<String> texts = parameters.stream().map(Type::text);
    String list =
        (variadic ? Stream.concat(texts, Stream.of("...")) : texts)
            .collect(Collectors.joining(", "));
    return result.declare(inner + "(" + (list.isEmpty() ? "void" : list) + ")");
  }

  /** The type, if it is a function's. */
  public static Optional<FunctionType> of(Type type) {
    return type instanceof FunctionType function ? Optional.of(function) : Optional.empty();
  }

  @Override
  public boolean standsBehindName() {
    return true;
  }

  @Override
  public boolean isComplete() {
    return false;
  }

  @Override
  public boolean same(Type other) {
    return of(other).filter(this::sameFunction).isPresent();
  }

  private boolean sameFunction(FunctionType other) {
    if (variadic != other.variadic
        || parameters.size() != other.parameters.size()
        || !result.same(other.result)) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.get(i).same(other.parameters.get(i))) {
        return false;
      }
    }
    return true;
  }
}
