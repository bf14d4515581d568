package lastwords.kernelc.analysis;

import java.util.List;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.tree.InitialValues;

/**
 * A kernel that has been read and checked.
 *
 * @param initcalls in the order in which the machine calls them
 * @param replacements definitions that higher layers replaced
 */
public record Program(
    List<Function> functions,
    List<Global> globals,
    InitialValues initialValues,
    List<Function> initcalls,
    List<Replacement> replacements) {
  /** A definition that was replaced by another. */
  public record Replacement(String name, String kind, Spot before, Spot after) {}
}
