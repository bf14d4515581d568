package lastwords.kernelc.image;

/**
 * A variable of the kernel.
 *
 * @param name its C name
 * @param file where it is defined
 * @param line where it is defined
 * @param storage which kind of memory it lives in
 * @param address word address in the data segment (SHARED, READ_ONLY), or offset in the per-CPU
 *     area (PER_CPU, PRIVATE)
 * @param words its size
 * @param type its type as C text
 * @param scalar is it a single word that a setting can set?
 */
public record GlobalInfo(
    String name,
    String file,
    int line,
    Storage storage,
    int address,
    int words,
    String type,
    boolean scalar) {
  /** Kinds of memory. */
  public enum Storage {
    /** One copy, which every CPU reads and writes. */
    SHARED,
    /** Never written: reading it is a local instruction. */
    READ_ONLY,
    /** One copy per CPU, which other CPUs may access. */
    PER_CPU,
    /**
     * One copy per CPU, which no other CPU accesses: reading and writing it are local instructions.
     */
    PRIVATE
  }
}
