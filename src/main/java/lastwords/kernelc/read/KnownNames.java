package lastwords.kernelc.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.check.BasicTypes;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.symbol.FileScopeNames;
import lastwords.kernelc.symbol.NameTable;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.tree.InitialValues;
import lastwords.kernelc.type.StructType;
import lastwords.kernelc.type.Type;

/** Everything known about a kernel while it is being read. */
public final class KnownNames {
  private final Map<String, Long> config;
  private final Builtins builtins;
  private final Problems problems;
  private final NameTable names;
  private final FileScopeNames<StructType> structs = new FileScopeNames<>();
  private final FileScopeNames<Type> typedefs = new FileScopeNames<>();
  private final FileScopeNames<Symbol> constants = new FileScopeNames<>();
  private final FileScopeNames<String> enums = new FileScopeNames<>();
  private final Pending pending = new Pending();
  private final List<Global> statics = new ArrayList<>();
  private final InitialValues initialValues = new InitialValues();
  private int numbered;

  public KnownNames(Map<String, Long> config, Builtins builtins, Problems problems) {
    this.config = config;
    this.builtins = builtins;
    this.problems = problems;
    this.names = new NameTable(problems);
    BasicTypes.TYPEDEFS.forEach(typedefs::share);
  }

  public Map<String, Long> config() {
    return config;
  }

  public Builtins builtins() {
    return builtins;
  }

  public Problems problems() {
    return problems;
  }

  public NameTable names() {
    return names;
  }

  public Pending pending() {
    return pending;
  }

  public FileScopeNames<StructType> structs() {
    return structs;
  }

  public FileScopeNames<Type> typedefs() {
    return typedefs;
  }

  /** Constants of enumerations. */
  FileScopeNames<Symbol> constants() {
    return constants;
  }

  FileScopeNames<String> enums() {
    return enums;
  }

  /** Numbers definitions in the order of the sources. */
  public int nextNumber() {
    return numbered++;
  }

  public InitialValues initialValues() {
    return initialValues;
  }

  /** Static variables of functions. */
  public List<Global> statics() {
    return statics;
  }
}
