package lastwords.scenario;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;

/** What this process has compiled, by content: the variants and seeds of a test share one image. */
final class Compiled {
  /** An image is a few hundred KB. */
  private static final int MOST = 64;

  private static final Map<Key, Compilation> DONE = new ConcurrentHashMap<>();

  private record Key(List<SourceFile> sources, Map<String, Long> config) {}

  private Compiled() {}

  static Compilation of(List<SourceFile> sources, Map<String, Long> config) {
    if (DONE.size() >= MOST) {
      DONE.clear();
    }
    Key key = new Key(List.copyOf(sources), Map.copyOf(config));
    return DONE.computeIfAbsent(key, it -> KernelCompiler.compile(it.sources(), config));
  }
}
