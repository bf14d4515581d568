package lastwords.kernelc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.Disassembler;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.GlobalInfo.Storage;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.LockInfo;
import org.junit.jupiter.api.Test;

/** What a compiled kernel reports about itself. */
final class ImageTest {
  private static final String SOURCE =
      """
      struct entry { int len; char text[8]; struct { long a, b; } in[2]; };
      struct sem { raw_spinlock_t lock; int count; };
      struct entry log_buf[4];
      struct sem console_sem;
      int setting = 5;
      int counter;
      DEFINE_RAW_SPINLOCK(logbuf_lock);
      DEFINE_PER_CPU(int, mine);
      DEFINE_PER_CPU(struct entry, ours);
      struct sem sems[2];
      static inline void work(int i)
      {
        log_buf[i].len = setting;
        raw_spin_lock(&console_sem.lock);
        console_sem.count++;
        this_cpu_inc(mine);
        per_cpu(ours, i).in[1].b = counter++;
      }
      void __interrupt(2) nmi(void)
      {
        work(1);
      }
      static int init(void) { return 0; }
      console_initcall(init);
      """;

  private final KernelImage image =
      KernelCompiler.compile(List.of(new SourceFile("k/a.c", SOURCE, 0)), Map.of())
          .image()
          .orElseThrow();

  private GlobalInfo global(String name) {
    return image.global(name);
  }

  @Test
  void wordsHaveTheNamesThatCGivesThem() {
    int log = global("log_buf").address();
    assertThat(image.wordName(log)).isEqualTo("log_buf[0].len");
    assertThat(image.wordName(log + 1)).isEqualTo("log_buf[0].text");
    assertThat(image.wordName(log + 6 + 5)).isEqualTo("log_buf[1].in[1].b");
    assertThat(image.wordName(global("console_sem").address() + 1)).isEqualTo("console_sem.count");
    assertThat(image.wordName(global("counter").address())).isEqualTo("counter");
    assertThat(image.perCpuWordName(global("ours").address() + 2)).isEqualTo("ours.in[0].a");
    assertThat(image.privateWordName(global("mine").address())).isEqualTo("mine");
    assertThat(image.wordName(100_000)).isEqualTo("word 100000");
  }

  @Test
  void storageFollowsFromUse() {
    assertThat(global("counter").storage()).isEqualTo(Storage.SHARED);
    assertThat(global("setting").storage()).isEqualTo(Storage.READ_ONLY);
    assertThat(global("mine").storage()).isEqualTo(Storage.PRIVATE);
    assertThat(global("ours").storage()).isEqualTo(Storage.PER_CPU);
    assertThat(global("ours").words()).isEqualTo(6);
    assertThat(global("setting").scalar()).isTrue();
    assertThat(global("log_buf").scalar()).isFalse();
    assertThat(global("log_buf").type()).isEqualTo("struct entry [4]");
  }

  @Test
  void locksAreKnownByTheirPaths() {
    assertThat(image.locks())
        .extracting(LockInfo::name)
        .containsExactly("console_sem.lock", "logbuf_lock", "sems[0].lock", "sems[1].lock");
    assertThat(image.locks().get(3).address()).isEqualTo(global("sems").address() + 2);
  }

  @Test
  void functionsKnowWhereTheyAre() {
    FunctionInfo work = image.functions().get(image.function("work").orElseThrow());
    assertThat(work.file()).isEqualTo("k/a.c");
    assertThat(work.line()).isEqualTo(11);
    assertThat(work.params()).isEqualTo(1);
    assertThat(work.inline()).isTrue();
    assertThat(image.functionAt(work.entry())).isEqualTo(work);
    assertThat(image.lineAt(work.entry())).isEqualTo(13);
    assertThat(image.functions().get(image.function("nmi").orElseThrow()).vector()).isEqualTo(2);
    assertThat(image.initcalls()).containsExactly(image.function("init").orElseThrow());
  }

  @Test
  void settingsChangeFirstValues() {
    KernelImage changed = image.withValues(Map.of("setting", 9L, "counter", 3L));
    assertThat(changed.data()[global("setting").address()]).isEqualTo(9);
    assertThat(changed.wordName(global("log_buf").address())).isEqualTo("log_buf[0].len");
    assertThat(image.data()[global("counter").address()]).isZero();
  }

  @Test
  void theDisassemblerNamesWhatItCan() {
    String text =
        Disassembler.print(image, image.functions().get(image.function("work").orElseThrow()));
    assertThat(text)
        .startsWith("work (k/a.c:11, 1 parameters, ")
        .contains("ldc       r", ", setting")
        .contains("index     r", "6 words of 3")
        .contains("sys       raw_spin_lock, r")
        .contains("console_sem.count")
        .contains("leap      r", "&ours.in[1].b of cpu r0")
        .contains("; line 17");
  }
}
