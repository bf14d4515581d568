package lastwords.kernelc.analysis;

/**
 * What reads the parts of a source with the names of one scope. The readers need each other, as
 * types and values do.
 */
final class Readers {
  private final Scope scope;
  private final TypeReader types;
  private final Expressions expressions;
  private final Places places;
  private final Initialisers initialisers;
  private final Calls calls;
  private final PerCpuCalls perCpuCalls;
  private final SpecialCalls specialCalls;

  Readers(Scope scope) {
    this.scope = scope;
    types = new TypeReader(this);
    expressions = new Expressions(this);
    places = new Places(this);
    initialisers = new Initialisers(this);
    calls = new Calls(this);
    perCpuCalls = new PerCpuCalls(this);
    specialCalls = new SpecialCalls(this);
  }

  Scope scope() {
    return scope;
  }

  TypeReader types() {
    return types;
  }

  Expressions expressions() {
    return expressions;
  }

  Places places() {
    return places;
  }

  Initialisers initialisers() {
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
