package lastwords.kernelc.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.type.StructType;
import lastwords.kernelc.type.Type;

/** Everything that is known of a kernel while it is read. */
final class World {
  private final Map<String, Long> config;
  private final Builtins builtins;
  private final Problems problems;
  private final Names names;
  private final FileNames<StructType> structs = new FileNames<>();
  private final FileNames<Type> typedefs = new FileNames<>();
  private final FileNames<Symbol> constants = new FileNames<>();
  private final FileNames<String> enums = new FileNames<>();
  private final Pending pending = new Pending();
  private final List<Global> statics = new ArrayList<>();
  private int numbered;

  World(Map<String, Long> config, Builtins builtins, Problems problems) {
    this.config = config;
    this.builtins = builtins;
    this.problems = problems;
    this.names = new Names(problems);
    BasicTypes.TYPEDEFS.forEach(typedefs::share);
  }

  Map<String, Long> config() {
    return config;
  }

  Builtins builtins() {
    return builtins;
  }

  Problems problems() {
    return problems;
  }

  Names names() {
    return names;
  }

  Pending pending() {
    return pending;
  }

  FileNames<StructType> structs() {
    return structs;
  }

  FileNames<Type> typedefs() {
    return typedefs;
  }

  /** Constants of enumerations. */
  FileNames<Symbol> constants() {
    return constants;
  }

  FileNames<String> enums() {
    return enums;
  }

  /** Numbers definitions in the order of the sources. */
  int nextNumber() {
    return numbered++;
  }

  /** Static variables of functions. */
  List<Global> statics() {
    return statics;
  }
}
