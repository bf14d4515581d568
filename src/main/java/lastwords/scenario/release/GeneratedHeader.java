package lastwords.scenario.release;

import java.util.Locale;

/** The header that a kernel build generates: which release it is. */
final class GeneratedHeader {
  static final String PATH = "include/generated/version.h";

  private GeneratedHeader() {}

  static TreeFile of(ReleaseNumber release) {
    String text =
        String.format(
            Locale.ROOT,
            """
        /* Which release this is. */
        #define LINUX_VERSION_CODE %d
        #define KERNEL_VERSION(a, b, c) ((a) * 65536 + (b) * 256 + (c))
        #define UTS_RELEASE "%s"
        """,
            release.code(),
            release.utsRelease());
    return TreeFile.read(PATH, PATH, text);
  }
}
