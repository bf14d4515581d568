package lastwords.machine.cpu;

import java.util.List;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.layout.DumpWord;

/** Why CPUs have called dumpers of the log, as lw_dumped() has said. */
public final class DumpNotes {
  private DumpNotes() {}

  /** Of a CPU, in order. */
  public static List<String> of(Cpu cpu) {
    return DumpWord.occasions(cpu.w[cpu.at + CpuWords.DUMPS]);
  }
}
