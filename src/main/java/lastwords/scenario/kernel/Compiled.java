package lastwords.scenario.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;

/**
 * Cache of compiled kernels, by content: the variants and seeds of a test share one image, and so
 * do successive processes, through their {@link ImageCache}.
 */
public final class Compiled {
  /** An image has a few hundred KB. */
  private static final int MOST = 64;

  private static final Map<ImageKey, Compilation> DONE = new ConcurrentHashMap<>();
  private static final ProgramFile PROGRAM = ProgramFile.find();
  private static final Optional<ImageCache> FILES = PROGRAM.images().map(ImageCache::new);

  private Compiled() {}

  public static Compilation of(List<SourceFile> sources, Map<String, Long> config) {
    if (DONE.size() >= MOST) {
      DONE.clear();
    }
    ImageKey key = ImageKey.of(PROGRAM.identity(), sources, config);
    return DONE.computeIfAbsent(key, it -> kept(it, () -> KernelCompiler.compile(sources, config)));
  }

  private static Compilation kept(ImageKey key, Supplier<Compilation> compiler) {
    return FILES.map(it -> it.get(key, compiler)).orElseGet(compiler);
  }
}
