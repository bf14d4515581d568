package lastwords.engine.reach;

import java.util.Arrays;
import java.util.List;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.GlobalInfo.Storage;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Pointer;

/**
 * A kernel's variables as places that code can touch, each with a number. A shared per-CPU variable
 * is two places: the copy of the CPU that touches it, and the copy of any CPU.
 */
final class Variables {
  /** No known variable. */
  static final int NONE = -1;

  private final int count;
  private final boolean[] perCpu; // by variable
  private final int[] sharedAt; // by address of the data segment: its variable
  private final int[] perCpuAt; // by offset of the shared per-CPU area
  private final int[] privateAt; // by offset of the private area

  Variables(KernelImage image) {
    List<GlobalInfo> globals = image.globals();
    count = globals.size();
    perCpu = new boolean[count];
    sharedAt = table(image.data().length);
    perCpuAt = table(image.perCpu().length);
    privateAt = table(image.privates().length);
    for (int i = 0; i < count; i++) {
      GlobalInfo global = globals.get(i);
      perCpu[i] = global.storage() == Storage.PER_CPU;
      int[] table = tableOf(global.storage());
      Arrays.fill(table, global.address(), global.address() + global.words(), i);
    }
  }

  private static int[] table(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }

  private int[] tableOf(Storage storage) {
    return switch (storage) {
      case SHARED, READ_ONLY -> sharedAt;
      case PER_CPU -> perCpuAt;
      case PRIVATE -> privateAt;
    };
  }

  /** Number of places. */
  int places() {
    return 2 * count;
  }

  /** The place of an address of the data segment. */
  int shared(int address) {
    return address >= 0 && address < sharedAt.length ? sharedAt[address] : NONE;
  }

  /** The place that a word points to, if it is a pointer into the data segment. */
  int pointedTo(long word) {
    return Pointer.tag(word) == Pointer.DATA ? shared(Pointer.object(word)) : NONE;
  }

  /** The place of an offset of the shared per-CPU area: this CPU's own copy, or any CPU's. */
  int perCpu(int offset, boolean own) {
    int variable = offset >= 0 && offset < perCpuAt.length ? perCpuAt[offset] : NONE;
    return variable == NONE || own ? variable : variable + count;
  }

  /** The place of a word of the private per-CPU area. */
  int privates(int offset) {
    return privateAt[offset];
  }

  /** How other CPUs name a place: this CPU's own copy is to them the copy of any CPU. */
  int toOthers(int place) {
    return place < count && perCpu[place] ? place + count : place;
  }

  /** Is it the copy of any CPU, perhaps another one's? */
  boolean ofAnyCpu(int place) {
    return place >= count;
  }
}
