package lastwords.kernelc;

import java.util.List;
import java.util.Optional;
import lastwords.kernelc.image.KernelImage;

/**
 * What came of compiling: an image, or the reasons why there is none.
 *
 * @param image present when there are no diagnostics
 * @param diagnostics in order of file, line and column
 * @param replacements what higher layers replaced
 */
public record Compilation(
    Optional<KernelImage> image, List<Diagnostic> diagnostics, List<Replacement> replacements) {
  /**
   * A definition that another one took the place of: {@code name (function) old.c:12 -> new.c:3}.
   */
  public record Replacement(String name, String kind, String before, String after) {}
}
