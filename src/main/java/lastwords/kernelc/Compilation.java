package lastwords.kernelc;

import java.util.List;
import java.util.Optional;
import lastwords.kernelc.image.KernelImage;

/**
 * The result of compiling: an image, or the reasons why there is none.
 *
 * @param image present if there are no diagnostics
 * @param diagnostics in order of file, line and column
 * @param replacements definitions that higher layers replaced
 */
public record Compilation(
    Optional<KernelImage> image, List<Diagnostic> diagnostics, List<Replacement> replacements) {
  /** A definition that was replaced by another: {@code name (function) old.c:12 -> new.c:3}. */
  public record Replacement(String name, String kind, String before, String after) {}
}
