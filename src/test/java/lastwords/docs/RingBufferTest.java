package lastwords.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The behaviour of printk()'s ring buffer from 5.10 on, as seen by a few lines of kernel C. */
final class RingBufferTest {
  private static void holds(String release, String program) {
    Example example = new Example(release, program);
    assertThat(example.values()).as(release).isEqualTo(example.expectedValues());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.10", "5.10.223", "5.15", "5.18", "6.0"})
  void readersStopAtARecordThatIsNotFinal(String release) {
    holds(
        release,
        """
        void example(void)
        {
          u64 stuck, seq = 0;

          printk("before\\n");
          prb_reserve(&stuck, 10);
          printk("behind\\n");
          trace(desc_query(0)); // expect: 2
          trace(desc_query(1)); // expect: 0
          trace(desc_query(2)); // expect: 2
          trace(desc_query(3)); // expect: -1
          trace(prb_read_valid(&seq) != NULL); // expect: 1
          seq = 1;
          trace(prb_read_valid(&seq) != NULL); // expect: 0
          prb_final_commit(stuck);
          trace(prb_read_valid(&seq) != NULL); // expect: 1
          trace(prb_next_seq()); // expect: 3
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.10", "5.15", "6.0"})
  void aLineIsContinuedInItsRecordUntilSomebodyElsePrints(String release) {
    holds(
        release,
        """
        static void work(void)
        {
          printk("an interrupt\\n");
        }
        void example(void)
        {
          printk("one, ");
          trace(desc_query(0)); // expect: 1
          pr_cont("two, ");
          trace(strcmp(desc_info(0).text, "one, two, ")); // expect: 0
          run_in_irq(work);
          trace(desc_query(0)); // expect: 2
          pr_cont("three\\n");
          trace(strcmp(desc_info(2).text, "three")); // expect: 0
          trace(desc_query(2)); // expect: 1
          printk("the next\\n");
          trace(desc_query(2)); // expect: 2
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.10", "5.18"})
  void theOldestGoesWhenThereIsNoRoomUnlessItIsNotFinal(String release) {
    holds(
        release,
        """
        void example(void)
        {
          u64 i, stuck;

          console_lock();
          for (i = 0; i < LOG_BUF_RECORDS; i++)
            printk("x\\n");
          trace(prb_first_valid_seq()); // expect: 0
          printk("one more\\n");
          trace(prb_first_valid_seq()); // expect: 1
          prb_reserve(&stuck, 1);
          for (i = 0; i < LOG_BUF_RECORDS - 1; i++)
            printk("x\\n");
          trace(prb.fail); // expect: 0
          trace(PRB_SEQ(prb.tail) == stuck); // expect: 1
          printk("lost\\n");
          trace(prb.fail); // expect: 2
          prb_final_commit(stuck);
          printk("not lost\\n");
          trace(prb.fail); // expect: 2
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.18"})
  void aStuckRecordEndsWhatPrbNextSeqCounts(String release) {
    String program =
        """
        void example(void)
        {
          u64 stuck;

          prb_reserve(&stuck, 10);
          printk("behind\\n");
          trace(prb_next_seq()); // expect: %d
        }
        """;
    holds(release, program.formatted(0));
    holds("6.0", program.formatted(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.15", "6.0"})
  void printkIsInItselfThreeTimesAtMost(String release) {
    holds(
        release,
        """
        void example(void)
        {
          this_cpu_write(printk_count, 2);
          printk("the third\\n");
          trace(PRB_SEQ(prb.head)); // expect: 1
          this_cpu_write(printk_count, 3);
          printk("one too many\\n");
          trace(PRB_SEQ(prb.head)); // expect: 1
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.18", "6.0"})
  void afterElevenGapsInAPanicOnlyItsCpuPrints(String release) {
    holds(
        release,
        """
        void example(void)
        {
          int i;

          for (i = 0; i < 20; i++)
            panic_console_finds_gap();
          trace(suppress_panic_printk); // expect: 0
          atomic_set(&panic_cpu, 1);
          for (i = 0; i < 11; i++)
            panic_console_finds_gap();
          trace(suppress_panic_printk); // expect: 0
          panic_console_finds_gap();
          trace(suppress_panic_printk); // expect: 1
          trace(printk("another CPU's\\n")); // expect: 0
          atomic_set(&panic_cpu, 0);
          trace(printk("the panic's\\n") > 0); // expect: 1
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.0"})
  void eachConsoleHasAPlaceOfItsOwn(String release) {
    holds(
        release,
        """
        static int heard;
        static void second_write(struct console *con, const char *text, unsigned int count)
        {
          heard++;
        }
        static struct console second = { .name = "second", .write = second_write };
        void example(void)
        {
          printk("only the first hears this\\n");
          register_console(&second);
          trace(heard); // expect: 0
          second.flags &= ~CON_ENABLED;
          printk("nor this\\n");
          trace(console_drivers->next->seq - second.seq); // expect: 1
          second.flags |= CON_ENABLED;
          printk("both of this\\n");
          trace(heard); // expect: 2
        }
        """);
  }
}
