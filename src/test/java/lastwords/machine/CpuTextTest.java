package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Text in kernel C: strings, char arrays in frames, in memory and per CPU, and pointers into them.
 */
class CpuTextTest {
  @Test
  void aPointerIntoAStringReadsTheCharactersFromThereOn() {
    assertThat(
            CpuBench.run(
                    """
                    int at(const char *s, int i) { return s[i] - 'a'; }
                    void cpu0(void)
                    {
                      const char *s = "abcdef";

                      trace(at(s, 1));
                      trace(at(s + 2, 3));
                      s++;
                      trace(*s - 'a');
                      trace(at(s, 0));
                      trace(s[5]);
                      trace(s[100]);
                      trace(strlen(s));
                      trace(strchr(s, 'e') - s);
                      trace(at(strstr(s, "de"), 1));
                    }
                    """)
                .traced())
        .containsExactly(1L, 5L, 1L, 1L, 0L, 0L, 5L, 3L, 4L);
  }

  private static final String USES =
      """
      void use(char *buf)
      {
        char *end = buf + snprintf(buf, 8, "%d-%s", 42, "x");

        trace(end - buf);
        trace(buf[2] == '-');
        trace(snprintf(end, 4, "longer"));
        trace(strcmp(buf, "42-xlon"));
        buf[1] = '3';
        trace(strcmp(buf, "43-xlon"));
        end[-1] = 0;
        trace(strlen(buf));
        trace(strscpy(buf, "0123456789", 8));
        trace(strcmp(buf, "0123456"));
      }
      """;

  @Test
  void textInAFrameInMemoryAndInAPerCpuAreaBehavesTheSame() {
    Long[] values = {4L, 1L, 6L, 0L, 0L, 3L, -7L, 0L};
    assertThat(CpuBench.run(USES + "void cpu0(void) { char buf[8]; use(buf); }").traced())
        .containsExactly(values);
    assertThat(CpuBench.run(USES + "char buf[8]; void cpu0(void) { use(buf); }").traced())
        .containsExactly(values);
    assertThat(
            CpuBench.run(
                    USES
                        + """
                        struct named { int n; char name[3][8]; };
                        struct named all[2];
                        void cpu0(void) { use(all[1].name[2]); trace(strlen(all[1].name[1])); }
                        """)
                .traced())
        .startsWith(values)
        .endsWith(0L);
    assertThat(
            CpuBench.run(
                    USES
                        + """
                        DEFINE_PER_CPU(char [8], buf);
                        void cpu0(void) { use(per_cpu(buf, 0)); }
                        """)
                .traced())
        .containsExactly(values);
  }

  @Test
  void anArrayThatWasNeverWrittenIsTheEmptyText() {
    assertThat(
            CpuBench.run(
                    """
                    char shared[8];
                    void cpu0(void)
                    {
                      char own[8], both[20];

                      trace(strlen(own) + strlen(shared) + own[0] + shared[0]);
                      trace(snprintf(both, sizeof(both), "<%s%s>", own, shared));
                      trace(strcmp(own, shared));
                    }
                    """)
                .traced())
        .containsExactly(0L, 2L, 0L);
  }

  @Test
  void widthsAndPrecisionsFromArgumentsAreBounded() {
    assertThat(
            CpuBench.run(
                    """
                    void cpu0(void)
                    {
                      char buf[8];

                      trace(snprintf(buf, 8, "%*d", 5, 1));
                      trace(snprintf(buf, 8, "%*d", 2000000000, 1));
                      trace(snprintf(buf, 8, "%.*d", 2000000000, 1));
                      trace(snprintf(buf, 8, "%2000000000d", 1));
                      trace(strlen(buf));
                    }
                    """)
                .traced())
        .containsExactly(5L, 4096L, 4096L, 4096L, 7L);
  }

  @Test
  void aVariadicFunctionHandsItsArgumentsOn() {
    assertThat(
            CpuBench.run(
                    """
                    char buf[32];
                    int inner(const char *fmt, va_list args)
                    {
                      return vsnprintf(buf, 32, fmt, args);
                    }
                    int outer(int skipped, const char *fmt, ...)
                    {
                      va_list args;
                      int len;

                      va_start(args, fmt);
                      len = inner(fmt, args);
                      va_end(args);
                      return len;
                    }
                    void cpu0(void)
                    {
                      char own[8] = "own";

                      trace(outer(9, "%s %d %c%%", own, -5, 'x'));
                      trace(strcmp(buf, "own -5 x%"));
                      trace(outer(9, "none"));
                      trace(strcmp(buf, "none"));
                    }
                    """)
                .traced())
        .containsExactly(9L, 0L, 4L, 0L);
  }

  @Test
  void aFloodOfTextsEndsTheRun() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            void cpu0(void)
            {
              char buf[4000];
              int i;

              for (i = 0; ; i++)
                snprintf(buf, sizeof(buf), "%03900d", i);
            }
            """);
    assertThat(ran.result().ending().notes()).singleElement().asString().contains("of text");
  }
}
