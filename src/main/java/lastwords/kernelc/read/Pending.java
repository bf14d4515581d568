package lastwords.kernelc.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lastwords.kernelc.grammar.KernelCParser.DefinitionContext;
import lastwords.kernelc.grammar.KernelCParser.EnumSpecifierContext;
import lastwords.kernelc.grammar.KernelCParser.ExternalContext;
import lastwords.kernelc.grammar.KernelCParser.SpecifierContext;
import lastwords.kernelc.grammar.KernelCParser.StructSpecifierContext;
import lastwords.kernelc.symbol.Declared;
import lastwords.kernelc.symbol.Unit;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Definitions that have not been read yet, by what they define. Sources come in any order, so a
 * type may be needed before its turn.
 */
public final class Pending {
  private final Map<String, List<Item>> items = new LinkedHashMap<>();
  private final Set<ExternalContext> begun = new LinkedHashSet<>();

  private record Item(Unit unit, ExternalContext external, Runnable read) {}

  static String struct(String tag) {
    return "struct " + tag;
  }

  static String enumeration(String tag) {
    return "enum " + tag;
  }

  /** Registers a definition that its unit will read in turn. */
  public void add(Unit unit, ExternalContext external, Runnable read) {
    if (external instanceof DefinitionContext definition) {
      Item item = new Item(unit, external, read);
      names(definition)
          .forEach(name -> items.computeIfAbsent(name, key -> new ArrayList<>()).add(item));
    }
  }

  /** Is it the first time that this definition is to be read? */
  public boolean begin(ExternalContext external) {
    return begun.add(external);
  }

  /** Reads the definition of a name that a unit needs now: its own, or a header's. */
  void need(Unit unit, String name) {
    for (Item item : List.copyOf(items.getOrDefault(name, List.of()))) {
      boolean seen = item.unit().isHeader() || item.unit().baseName().equals(unit.baseName());
      if (seen && !begun.contains(item.external())) {
        item.read().run();
      }
    }
  }

  private static Set<String> names(DefinitionContext definition) {
    Set<String> names = new LinkedHashSet<>();
    boolean typedef = false;
    for (SpecifierContext specifier : definition.specifier()) {
      collect(specifier, names);
      typedef |= specifier.getText().equals("typedef");
    }
    if (typedef) {
      names.add(Declared.name(definition.declarator()));
      definition
          .initDeclarator()
          .forEach(further -> names.add(Declared.name(further.declarator())));
    }
    return names;
  }

  private static void collect(ParseTree tree, Set<String> names) {
    if (tree instanceof StructSpecifierContext struct
        && struct.IDENT() != null
        && struct.getText().endsWith("}")) {
      names.add(struct(struct.IDENT().getText()));
    }
    if (tree instanceof EnumSpecifierContext enumeration && !enumeration.enumerator().isEmpty()) {
      enumeration.enumerator().forEach(constant -> names.add(constant.IDENT().getText()));
      if (enumeration.IDENT() != null) {
        names.add(enumeration(enumeration.IDENT().getText()));
      }
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      collect(tree.getChild(i), names);
    }
  }
}
