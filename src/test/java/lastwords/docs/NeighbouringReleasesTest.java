package lastwords.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a release differs from the previous one, as far as a few lines of kernel C can tell. */
final class NeighbouringReleasesTest {
  /** What the program traces on this release, in the order of its lines. */
  private static List<String> traced(String release, String program) {
    return List.copyOf(new Example(release, program).values().values());
  }

  private static void differ(
      String program, String before, List<String> was, String after, List<String> is) {
    assertThat(traced(before, program)).as(before).isEqualTo(was);
    assertThat(traced(after, program)).as(after).isEqualTo(is);
  }

  @Test
  void whoCouldSleepMaySleepWithTheConsolesBefore416() {
    String program =
        """
        void example(void)
        {
          trace(console_trylock());
          trace(console_may_schedule);
        }
        """;
    differ(program, "4.14", List.of("1", "1"), "4.19", List.of("1", "0"));
  }

  @Test
  void aGapInTheLogHasALineOfItsOwnFrom416On() {
    String program =
        """
        void example(void)
        {
          console_lock();
          printk("one\\n");
          printk("two\\n");
          log_first_seq = log_next_seq - 1;
          console_unlock();
          trace(strchr(console_text, '\\n') - console_text == strlen("** 1 printk messages dropped **"));
        }
        """;
    differ(program, "4.14", List.of("0"), "4.19", List.of("1"));
  }

  @Test
  void anNmiWritesIntoAFreeLogBefore419() {
    String program =
        """
        static u64 before;
        static void work(void)
        {
          before = log_next_seq;
          printk("in an NMI\\n");
          trace(log_next_seq - before);
        }
        void example(void)
        {
          run_in_nmi(work);
        }
        """;
    differ(program, "4.14", List.of("1"), "4.19", List.of("0"));
  }

  @Test
  void anInterruptContinuesTheLineOfItsTaskBefore51() {
    String program =
        """
        static void work(void)
        {
          pr_cont("the interrupt\\n");
        }
        void example(void)
        {
          u64 before = log_next_seq;

          printk("the task and ");
          run_in_irq(work);
          trace(log_next_seq - before);
        }
        """;
    differ(program, "5.0", List.of("1"), "5.1", List.of("2"));
  }

  @Test
  void sysrqNamesItselfOnceFrom51On() {
    String program =
        """
        static int look(struct notifier_block *nb, unsigned long event, void *text)
        {
          trace(strcmp(log_buf[0].text, "sysrq: Trigger a crash") == 0);
          return NOTIFY_DONE;
        }
        static struct notifier_block looker = { .notifier_call = look };
        void example(void)
        {
          atomic_notifier_chain_register(&panic_notifier_list, &looker);
          __handle_sysrq('c', false);
        }
        """;
    differ(program, "5.0", List.of("0"), "5.1", List.of("1"));
  }

  @Test
  void panicKeepsItsCpuFrom54On() {
    String program =
        """
        static int look(struct notifier_block *nb, unsigned long event, void *text)
        {
          trace(preempt_count());
          return NOTIFY_DONE;
        }
        static struct notifier_block looker = { .notifier_call = look };
        void example(void)
        {
          atomic_notifier_chain_register(&panic_notifier_list, &looker);
          panic("as it was");
        }
        """;
    differ(program, "5.3", List.of("0"), "5.4", List.of("1"));
  }

  /** The two lines of the commit's message have 32 characters each. */
  @Test
  void aDumpThatFillsItsBufferHasItsYoungestLineFrom54On() {
    String program =
        """
        static struct kmsg_dumper dumper = { .active = true };
        static char buffer[65];
        void example(void)
        {
          size_t length;

          printk("AAAAAAAAAAAAA\\n");
          printk("BBBBBBBB12345\\n");
          dumper.cur_seq = log_next_seq - 2;
          dumper.next_seq = log_next_seq;
          trace(kmsg_dump_get_buffer(&dumper, true, buffer, 64, &length));
          trace(length);
          trace(strchr(buffer, 'B') != NULL);
        }
        """;
    differ(program, "5.3", List.of("1", "32", "0"), "5.4", List.of("1", "32", "1"));
  }

  @Test
  void aCpuThatIsNotOnlineIgnoresNmisFrom54On() {
    String program =
        """
        static int seen;
        static int look(unsigned int type, struct pt_regs *regs)
        {
          seen++;
          return NMI_HANDLED;
        }
        static struct nmiaction looker = { .handler = look, .name = "looker" };
        void other(void)
        {
          set_cpu_online(1, false);
          rest_for_ever();
        }
        void example(void)
        {
          register_nmi_handler(NMI_LOCAL, &looker);
          mdelay(1);
          hw_send_ipi(1UL << 1, NMI_VECTOR);
          mdelay(1);
          trace(seen);
        }
        """;
    differ(program, "5.3", List.of("1"), "5.4", List.of("0"));
  }

  @Test
  void withoutAnNmiTheStopWaitsTenMillisecondsMoreFrom54On() {
    String program =
        """
        void example(void)
        {
          u64 begin = local_clock();

          nonmi_ipi = true;
          smp_send_stop();
          trace(local_clock() - begin);
        }
        void other(void)
        {
          spin_irqs_off();
        }
        """;
    long before = Long.parseLong(traced("5.3", program).get(0));
    long after = Long.parseLong(traced("5.4", program).get(0));
    assertThat(after - before).isBetween(9_000_000L, 15_000_000L);
  }

  @Test
  void aLineThatIsNotEndedIsARecordAlreadyFrom510On() {
    String log =
        """
        void example(void)
        {
          printk("a piece");
          trace(%s);
        }
        """;
    assertThat(traced("5.4", log.formatted("log_next_seq"))).containsExactly("0");
    assertThat(traced("5.10", log.formatted("PRB_SEQ(prb.head)"))).containsExactly("1");
  }

  @Test
  void aDumperThatSaysSoHearsOfRestartsFrom58On() {
    String program =
        """
        static int calls;
        static void save(struct kmsg_dumper *dumper, enum kmsg_dump_reason reason)
        {
          calls++;
        }
        static struct kmsg_dumper dumper = { .dump = save, .max_reason = KMSG_DUMP_EMERG };
        void example(void)
        {
          kmsg_dump_register(&dumper);
          kmsg_dump(KMSG_DUMP_EMERG);
          trace(calls);
        }
        """;
    differ(program, "5.4", List.of("0"), "5.10", List.of("1"));
  }

  @Test
  void anNmiWritesIntoTheLogFrom515On() {
    String program =
        """
        static u64 before;
        static void work(void)
        {
          before = PRB_SEQ(prb.head);
          printk("in an NMI\\n");
          trace(PRB_SEQ(prb.head) - before);
        }
        void example(void)
        {
          run_in_nmi(work);
        }
        """;
    differ(program, "5.10", List.of("0"), "5.15", List.of("1"));
  }

  @Test
  void nobodyWaitsForTheConsolesInAPanicFrom518On() {
    String program =
        """
        void other(void)
        {
          console_lock();
          console_lock_spinning_enable();
          mdelay(5);
          trace(console_waiter);
          trace(console_lock_spinning_disable_and_check());
          spin_irqs_off();
        }
        void example(void)
        {
          mdelay(1);
          atomic_set(&panic_cpu, 0);
          printk("does it wait?\\n");
          mdelay(10);
        }
        """;
    differ(program, "5.15", List.of("1", "1"), "5.18", List.of("0", "0"));
  }

  @Test
  void anotherCpuLeavesTheConsolesAfterItsLineFrom518On() {
    String program =
        """
        void other(void)
        {
          mdelay(1);
          console_trylock();
          console_unlock();
          spin_irqs_off();
        }
        void example(void)
        {
          unsigned int lines = 20;

          console_lock();
          while (lines--)
            printk("line %u waits for the consoles\\n", lines);
          up_console_sem();
          mdelay(2);
          atomic_set(&panic_cpu, 0);
          mdelay(6);
          trace(console_trylock());
        }
        """;
    differ(program, "5.15", List.of("0"), "5.18", List.of("1"));
  }
}
