package lastwords.kernelc.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.GlobalInfo.Storage;
import lastwords.kernelc.image.LockInfo;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.type.WordPath;

/** The location of each variable. */
public final class DataLayout {
  private final List<Global> globals;
  private final Map<Global, Home> homes = new LinkedHashMap<>();
  private int dataWords;
  private int perCpuWords;
  private int privateWords;

  /** A variable's kind of memory, and its first word there. */
  public record Home(Storage storage, int address) {}

  public DataLayout(List<Global> globals) {
    this.globals = globals;
    globals.forEach(global -> homes.put(global, place(global)));
  }

  private Home place(Global global) {
    int words = global.type().words();
    switch (storage(global)) {
      case PER_CPU -> {
        perCpuWords += words;
        return new Home(Storage.PER_CPU, perCpuWords - words);
      }
      case PRIVATE -> {
        privateWords += words;
        return new Home(Storage.PRIVATE, privateWords - words);
      }
      default -> {
        dataWords += words;
        return new Home(storage(global), dataWords - words);
      }
    }
  }

  private static Storage storage(Global global) {
    if (global.perCpu()) {
      boolean reached = global.reachedByOthers() || global.type().hasLock();
      return reached ? Storage.PER_CPU : Storage.PRIVATE;
    }
    return global.neverWritten() ? Storage.READ_ONLY : Storage.SHARED;
  }

  public Home home(Global global) {
    return homes.get(global);
  }

  public int dataWords() {
    return dataWords;
  }

  public int perCpuWords() {
    return perCpuWords;
  }

  public int privateWords() {
    return privateWords;
  }

  public List<GlobalInfo> infos() {
    return globals.stream().map(this::info).toList();
  }

  private GlobalInfo info(Global global) {
    Home home = homes.get(global);
    return new GlobalInfo(
        global.name(),
        global.spot().file(),
        global.spot().line(),
        home.storage(),
        home.address(),
        global.type().words(),
        global.type().text(),
        global.type().integer().isPresent());
  }

  /** Every raw spinlock, in the order of the variables. */
  public List<LockInfo> locks() {
    List<LockInfo> locks = new ArrayList<>();
    for (Global global : globals) {
      Home home = homes.get(global);
      for (WordPath lock : WordPath.locks(global.type())) {
        locks.add(
            new LockInfo(
                global.name() + lock.path(), global.perCpu(), home.address() + lock.word()));
      }
    }
    return locks;
  }

  public List<Global> globals() {
    return globals;
  }
}
