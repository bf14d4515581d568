package lastwords.kernelc.read;

/**
 * What reads the parts of a source with the names of one scope. The readers need each other, as
 * types and values do.
 */
public final class Readers {
  private final Scope scope;
  private final TypeReader types;
  private final Expressions expressions;
  private final PlaceReader places;
  private final Initialisers initialisers;
  private final Calls calls;
  private final PerCpuCalls perCpuCalls;
  private final SpecialCalls specialCalls;

  public Readers(Scope scope) {
    this.scope = scope;
    types = new TypeReader(this);
    expressions = new Expressions(this);
    places = new PlaceReader(this);
    initialisers = new Initialisers(this);
    calls = new Calls(this);
    perCpuCalls = new PerCpuCalls(this);
    specialCalls = new SpecialCalls(this);
  }

  public Scope scope() {
    return scope;
  }

  public TypeReader types() {
    return types;
  }

  Expressions expressions() {
    return expressions;
  }

  PlaceReader places() {
    return places;
  }

  public Initialisers initialisers() {
    return initialisers;
  }

  Calls calls() {
    return calls;
  }

  PerCpuCalls perCpuCalls() {
    return perCpuCalls;
  }

  SpecialCalls specialCalls() {
    return specialCalls;
  }
}
