package lastwords.originality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run of tokens, as a hash.
 *
 * @param first index of its first token
 * @param length in tokens
 * @param hash the first five bytes of the SHA-256 of its tokens
 */
record Window(int first, int length, long hash) {
  /** Tokens of a window with exact tokens, and of one with variables made equal. */
  static final int EXACT = 9;

  static final int EQUAL = 14;

  private static final int HASH_BYTES = 5;

  /** All windows with enough names to be significant. */
  static List<Window> of(List<NormalToken> tokens) {
    List<Window> windows = new ArrayList<>();
    addWindows(windows, tokens, EXACT, 1, NormalToken::exact);
    addWindows(windows, tokens, EQUAL, 2, NormalToken::equal);
    return windows;
  }

  private static void addWindows(
      List<Window> windows,
      List<NormalToken> tokens,
      int length,
      int names,
      Function<NormalToken, String> text) {
    for (int at = 0; at + length <= tokens.size(); at++) {
      List<NormalToken> run = tokens.subList(at, at + length);
      if (run.stream().filter(NormalToken::name).map(NormalToken::exact).distinct().count()
          >= names) {
        windows.add(
            new Window(at, length, hash(run.stream().map(text).collect(Collectors.joining(" ")))));
      }
    }
  }

  private static long hash(String text) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    long hash = 0;
    for (int i = 0; i < HASH_BYTES; i++) {
      hash = hash << 8 | digest[i] & 0xff;
    }
    return hash;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
