package lastwords.kernelc.image;

/**
 * A raw spinlock inside the kernel's variables.
 *
 * @param name the variable, with its member path: {@code logbuf_lock}, {@code console_sem.lock},
 *     {@code ports[1].lock}
 * @param perCpu is the address an offset in the per-CPU area?
 * @param address its word in the data segment, or that offset
 */
public record LockInfo(String name, boolean perCpu, int address) {}
