package lastwords.kernelc.image;

/**
 * A raw spinlock inside the kernel's variables.
 *
 * @param name the variable, with its member path: {@code logbuf_lock}, {@code console_sem.lock},
 *     {@code ports[1].lock}
 * @param perCpu is the address an offset in the per-CPU area?
 * @param address the word that stands for it in the data segment, or the offset
 */
public record LockInfo(String name, boolean perCpu, int address) {}
