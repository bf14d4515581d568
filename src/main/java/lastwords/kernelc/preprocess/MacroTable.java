package lastwords.kernelc.preprocess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The macros visible to a source: its own take precedence over those of headers. A header may also
 * use macros of later headers, since there are no real includes.
 */
final class MacroTable {
  private final Map<String, Optional<Macro>> own;
  private final Map<String, Optional<Macro>> shared;
  private final Map<String, Optional<Macro>> later;

  private MacroTable(
      Map<String, Optional<Macro>> own,
      Map<String, Optional<Macro>> shared,
      Map<String, Optional<Macro>> later) {
    this.own = own;
    this.shared = shared;
    this.later = later;
  }

  static MacroTable ofHeaders() {
    Map<String, Optional<Macro>> shared = new LinkedHashMap<>();
    return new MacroTable(shared, shared, Map.of());
  }

  /** A table for reading the headers again, once all their macros are known. */
  MacroTable again() {
    Map<String, Optional<Macro>> fresh = new LinkedHashMap<>();
    return new MacroTable(fresh, fresh, shared);
  }

  /**
   * A table for one source, on top of this one.
   *
   * @param inherited macros of the sources whose functions it replaces
   */
  MacroTable forSource(Map<String, Optional<Macro>> inherited) {
    return new MacroTable(new LinkedHashMap<>(), shared, inherited);
  }

  /** The macros that its source defines. */
  Map<String, Optional<Macro>> own() {
    return Collections.unmodifiableMap(own);
  }

  /** The macro with this name at this point; for conditions. */
  Optional<Macro> defined(String name) {
    Optional<Macro> mine = own.get(name);
    return mine != null ? mine : shared.getOrDefault(name, Optional.empty());
  }

  /** The macro with this name, even if a later header defines it. */
  Optional<Macro> find(String name) {
    boolean known = own.containsKey(name) || shared.containsKey(name);
    return known ? defined(name) : later.getOrDefault(name, Optional.empty());
  }

  void define(Macro macro) {
    own.put(macro.name(), Optional.of(macro));
  }

  void undefine(String name) {
    own.put(name, Optional.empty());
  }
}
