package lastwords.trace;

import java.util.List;
import lastwords.kernelc.Builtin;
import lastwords.kernelc.FunctionInfo;
import lastwords.kernelc.GlobalInfo;
import lastwords.kernelc.GlobalInfo.Storage;
import lastwords.kernelc.KernelImage;
import lastwords.kernelc.LockInfo;
import lastwords.kernelc.Op;
import lastwords.kernelc.Pointer;
import lastwords.machine.Machine;
import lastwords.machine.MachineConfig;
import lastwords.machine.MachineConfig.Pram;
import lastwords.machine.Timing;

/** A kernel of two functions, three variables and two locks, to have something to name. */
final class SmallKernel {
  static final long HELLO = Pointer.of(Pointer.STRING, 0);
  static final int SAID_PC = 1;

  private SmallKernel() {}

  static KernelImage image() {
    int said = Builtin.SAID.ordinal();
    int[] code = {Op.NOP, 0, 0, 0, Op.SYS, 0, said, 2, Op.NOP, 0, 0, 0};
    return new KernelImage(
        code,
        new long[0],
        new int[] {40, 41, 7},
        List.of(
            new FunctionInfo("panic", "v5.2/panic.c", 38, 0, 2, 0, 4, false, false, -1),
            new FunctionInfo("handler", "v5.2/arch/smp.c", 5, 2, 3, 0, 4, false, false, 2)),
        List.of(
            new GlobalInfo("panic_cpu", "v5.2/panic.c", 3, Storage.SHARED, 0, 1, "int", true),
            new GlobalInfo("logbuf_lock", "v5.2/printk.c", 3, Storage.SHARED, 1, 1, "raw_spinlock_t", false),
            new GlobalInfo("buf", "v5.2/printk.c", 4, Storage.PER_CPU, 0, 2, "struct buf", false)),
        List.of(new LockInfo("logbuf_lock", false, 1), new LockInfo("buf.lock", true, 1)),
        List.of("hello\n"),
        new long[] {-1, 0},
        new long[2],
        new long[0],
        List.of());
  }

  static Names names() {
    MachineConfig config =
        new MachineConfig("small", 2, true, true, List.of(), new Pram(0, 0), false, false, Timing.DEFAULT);
    return new Names(new Machine(image(), config, List.of()));
  }
}
