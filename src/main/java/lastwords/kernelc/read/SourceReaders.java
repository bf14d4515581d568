package lastwords.kernelc.read;

/** One reader of each kind. */
public final class SourceReaders implements Readers {
  private final Scope scope;
  private final Types types;
  private final Values values;
  private final Places places;
  private final Initials initialisers;
  private final Calling calls;
  private final PerCpu perCpuCalls;
  private final Specials specialCalls;

  public SourceReaders(Scope scope) {
    this.scope = scope;
    types = new TypeReader(this);
    values = new Expressions(this);
    places = new PlaceReader(this);
    initialisers = new Initialisers(this);
    calls = new Calls(this);
    perCpuCalls = new PerCpuCalls(this);
    specialCalls = new SpecialCalls(this);
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public Types types() {
    return types;
  }

  @Override
  public Values values() {
    return values;
  }

  @Override
  public Places places() {
    return places;
  }

  @Override
  public Initials initialisers() {
    return initialisers;
  }

  @Override
  public Calling calls() {
    return calls;
  }

  @Override
  public PerCpu perCpuCalls() {
    return perCpuCalls;
  }

  @Override
  public Specials specialCalls() {
    return specialCalls;
  }
}
