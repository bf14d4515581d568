package lastwords.kernelc.preprocess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceText;
import lastwords.kernelc.source.SourceToken;

/**
 * The lines of sources that were split into tokens before: the kernels that one process compiles
 * have most of their sources in common. Those in which something is wrong are not kept.
 */
final class LexedSources {
  /** Sources to keep; a kernel has about a hundred, of half a thousand tokens. */
  private static final int MOST = 400;

  private record Key(String path, String text) {}

  private static final Map<Key, List<List<SourceToken>>> KEPT =
      new LinkedHashMap<>(16, 0.75f, true); // the most recently used last

  private LexedSources() {}

  /** The lines of a source that are not empty. */
  static List<List<SourceToken>> lines(SourceText source, Problems problems) {
    Key key = new Key(source.path(), source.text());
    List<List<SourceToken>> known = known(key);
    if (known != null) {
      return known;
    }
    Problems own = new Problems();
    List<List<SourceToken>> lines =
        new Lexing(source.path(), own).lines(source.text()).stream().map(List::copyOf).toList();
    if (own.none()) {
      keep(key, lines);
    } else {
      own.sorted().forEach(it -> problems.add(it.spot(), it.message()));
    }
    return lines;
  }

  private static List<List<SourceToken>> known(Key key) {
    synchronized (KEPT) {
      return KEPT.get(key);
    }
  }

  private static void keep(Key key, List<List<SourceToken>> lines) {
    synchronized (KEPT) {
      KEPT.put(key, lines);
      if (KEPT.size() > MOST) {
        KEPT.remove(KEPT.keySet().iterator().next());
      }
    }
  }
}
