package lastwords.kernelc.image;

/**
 * What the hardware offers to kernel C; the compiler knows it without a definition. The signature
 * is kernel C; {@code T} stands for the type that the first pointer argument points to.
 */
public enum Builtin {

  // ---- this CPU ----
  SMP_PROCESSOR_ID("int smp_processor_id(void)", "number of this CPU"),
  NR_CPUS("int num_possible_cpus(void)", "number of CPUs of the machine"),
  IRQ_SAVE(
      "unsigned long arch_local_irq_save(void)",
      "clears the interrupt flag; returns its old value (1 on, 0 off)"),
  IRQ_RESTORE(
      "void arch_local_irq_restore(unsigned long flags)", "restores the saved interrupt flag"),
  IRQ_DISABLE("void local_irq_disable(void)", "clears the interrupt flag"),
  IRQ_ENABLE(
      "void local_irq_enable(void)", "sets the interrupt flag; pending interrupts are taken next"),
  IRQS_DISABLED("bool irqs_disabled(void)", "is the interrupt flag clear?"),
  CPU_RELAX(
      "void cpu_relax(void)",
      "one iteration of a spinning loop, which is parked here until it can end"),
  HALT("void halt(void)", "sleeps until an interrupt (hlt, wfi); for ever if interrupts are off"),
  SAFE_HALT(
      "void safe_halt(void)",
      "sets the interrupt flag and sleeps until an interrupt, atomically (sti; hlt)"),
  WAS_IDLE("bool hw_was_idle(void)", "did the current interrupt find this CPU asleep or idle?"),
  STACKS("int hw_stacks(void)", "stacks per CPU: 1, unless reachable code calls this"),
  NEW_STACK(
      "int hw_new_stack(void *function)",
      "a stack of this CPU on which the function starts when switched to; -1 if none is left"),
  SWITCH_STACK(
      "void hw_switch_stack(int stack, bool keep)",
      "continues on another stack of this CPU where that was left; this one is kept for later"
          + " or freed"),
  NDELAY("void ndelay(unsigned long ns)", "busy waits"),
  UDELAY("void udelay(unsigned long us)", "busy waits"),
  MDELAY("void mdelay(unsigned long ms)", "busy waits"),
  LOCAL_CLOCK("u64 local_clock(void)", "ns since the machine started"),
  LAPIC_DISABLE(
      "void lapic_disable(void)",
      "disables this CPU's local APIC, except for NMIs; pending interrupts stay pending"),
  STACK_ENTRY(
      "void *stack_trace_entry(int depth)",
      "where the function at that depth of this CPU's stack continues, 0 is the innermost; NULL past the"
          + " end"),
  STACK_ENTERED(
      "int stack_trace_entered(int depth)",
      "how that function was entered: 0 by a call, 1 by an interrupt, 2 by an NMI, 3 by a trap, 4 at"
          + " a breakpoint, 5 as the CPU's first; -1 past the end"),
  STACK_IRQS(
      "bool stack_trace_irqs(int depth)",
      "was the interrupt flag set when that function was entered, by an interrupt, an NMI or a trap?"),
  STACK_DEPTH("int stack_trace_depth(void)", "number of functions on this CPU's stack"),
  BREAKPOINT(
      "void hw_breakpoint(void *function, void *handler)",
      "this CPU calls handler once, when it next enters function"),
  TRAP(
      "void hw_trap(int vector)",
      "executes an invalid instruction (ud2, brk): enters the handler of the vector"),
  HWEIGHT("int hweight_long(unsigned long word)", "number of bits set"),
  FFS("int __ffs(unsigned long word)", "number of the lowest bit set; 64 if none"),
  FLS("int __fls(unsigned long word)", "number of the highest bit set; -1 if none"),
  SECTION_BEGIN(
      "void lw_section_begin(void)",
      "begins an atomic section: up to lw_section_end() everything is one step"),
  SECTION_WHEN(
      "void lw_section_when(bool condition)",
      "guard: the section begins only when the condition holds; before the guard it"
          + " may only read"),
  SECTION_END("void lw_section_end(void)", "ends the section, as does any wait in it"),

  // ---- text: char arrays hold text, a word each ----
  VSNPRINTF(
      "int vsnprintf(char *buf, unsigned long size, const char *fmt, va_list args)",
      "formats; returns the length that the full text would have"),
  VSCNPRINTF(
      "int vscnprintf(char *buf, unsigned long size, const char *fmt, va_list args)",
      "formats; returns the length written"),
  SNPRINTF(
      "int snprintf(char *buf, unsigned long size, const char *fmt, ...)",
      "formats; returns the length that the full text would have"),
  SCNPRINTF(
      "int scnprintf(char *buf, unsigned long size, const char *fmt, ...)",
      "formats; returns the length written"),
  STRLEN("unsigned long strlen(const char *s)", "characters before the end"),
  STRSCPY(
      "long strscpy(char *dst, const char *src, unsigned long size)",
      "copies; returns the length, or -7 (-E2BIG) if truncated"),
  STRCMP("int strcmp(const char *a, const char *b)", "negative, 0 or positive"),
  STRNCMP("int strncmp(const char *a, const char *b, unsigned long n)", "negative, 0 or positive"),
  STRCHR("const char *strchr(const char *s, int c)", "the first such character, or NULL"),
  STRSTR("const char *strstr(const char *s, const char *sub)", "where sub begins in s, or NULL"),

  // ---- atomic operations on a word ----
  XCHG("T xchg(T *p, T v)", "stores v; returns the old value"),
  CMPXCHG(
      "T cmpxchg(T *p, T old, T new)", "stores new if the value is old; returns the value found"),
  XADD("T xadd(T *p, T v)", "adds v; returns the old value"),
  FETCH_OR("T fetch_or(T *p, T v)", "ORs v; returns the old value"),
  FETCH_AND("T fetch_and(T *p, T v)", "ANDs v; returns the old value"),

  // ---- raw spinlocks ----
  SPIN_LOCK("void raw_spin_lock(raw_spinlock_t *lock)", "spins until this CPU holds the lock"),
  SPIN_TRYLOCK("int raw_spin_trylock(raw_spinlock_t *lock)", "1 if this CPU now holds the lock"),
  SPIN_UNLOCK("void raw_spin_unlock(raw_spinlock_t *lock)", "releases the lock, whoever holds it"),
  SPIN_IS_LOCKED(
      "int raw_spin_is_locked(raw_spinlock_t *lock)", "held, or (queued locks) waited for"),
  SPIN_INIT(
      "void raw_spin_lock_init(raw_spinlock_t *lock)",
      "makes the lock unlocked, whatever its state"),

  // ---- interrupts ----
  SEND_IPI(
      "void hw_send_ipi(unsigned long cpus, int vector)",
      "sends an interrupt to each CPU in the mask; vector 2 is the NMI"),
  TIMER(
      "void hw_timer(int vector, u64 ns)",
      "sets this CPU's one-shot timer: raises vector after ns; 0 stops it"),
  HAS_NMI(
      "bool hw_has_nmi(void)",
      "does this machine have an interrupt that ignores the interrupt flag?"),

  // ---- devices ----
  UART_TYPE(
      "int hw_uart_type(int port)", "0 none, 1 8250, 2 pl011, 3 hypervisor or firmware console"),
  UART_TX(
      "int hw_uart_tx(int port, const char *text, unsigned long limit_us)",
      "sends text character by character at line speed, waiting at most limit_us (0: without limit)"
          + " for each; returns how many were sent in time"),
  PRAM_ZONES(
      "int hw_pram_zones(void)",
      "number of records that persistent RAM can hold; 0: no persistent RAM"),
  PRAM_SIZE("int hw_pram_size(void)", "size of one record in bytes"),
  PRAM_WRITE(
      "int hw_pram_write(int zone, const char *text)",
      "writes a record; returns its length, -28 (-ENOSPC) or -5 (-EIO)"),
  CRASH_IMAGE("bool hw_crash_image(void)", "was a crash kernel loaded before the panic?"),
  CRASH_NOTE("void hw_crash_note(void)", "saves this CPU's registers for the crash dump"),
  JUMP_CRASH_KERNEL(
      "void hw_jump_crash_kernel(void *entry)",
      "this CPU continues in another kernel, with an empty stack, interrupts off and no interrupt table;"
          + " does not return"),
  RESET("void hw_reset(void)", "resets the machine; does not return"),
  POWER_OFF("void hw_power_off(void)", "does not return"),
  HYPERVISOR(
      "int hw_hypervisor(const char *through, const char *event)",
      "reports an event to the hypervisor through an interface such as pvpanic; 0, or -1 if it does"
          + " not listen; may not return"),
  NMI_REASON(
      "int hw_nmi_reason(void)",
      "port 0x61 for an external NMI: 0x80 SERR, 0x40 IOCHK, 0 unknown, -1 if none is pending"),
  RANDOM("u32 prandom_u32_max(u32 n)", "a number from 0 to n - 1"),
  LEFTOVER(
      "u64 hw_leftover(void)",
      "contents of a register that no code has set: random, for printing only (in"
          + " explore always 0)"),

  // ---- reports to the observer: they change nothing in the machine ----
  PANIC_BEGINS(
      "void lw_panic_begins(void)",
      "this CPU panics (it has won panic_cpu): its messages count from here"),
  OOPS_BEGINS(
      "void lw_oops_begins(void)", "this CPU oopses: its messages count until a CPU panics"),
  OFFLINE(
      "void lw_offline(void)",
      "this CPU is no longer online: if it only spins, it counts as stopped"),
  SAID(
      "void lw_said(const char *text, bool visible)",
      "a message that the kernel logs; visible: its level reaches a console"),
  DUMP_OVER("void lw_dump_over(void)", "no kmsg dumper will run any more"),
  FINAL_LOOP("void lw_final_loop(void)", "panic() has reached its final loop"),
  TRACE("void trace(long value)", "writes a value to the trace"),
  STAGED("void lw_staged(void)", "this CPU is in the state that its workload stands for"),
  ALL_STAGED("bool lw_all_staged(void)", "are all other CPUs with a workload staged?"),

  // ---- added later: recordings contain numbers, so new builtins go at the end ----
  LOAD_IDT(
      "void hw_load_idt(void)",
      "loads the other kernel's interrupt table on this CPU; before that an NMI is fatal"),
  CRASH_NOTES(
      "unsigned long hw_crash_notes(void)",
      "mask of the CPUs whose registers were saved for the dump"),
  DISK_IDENTIFY(
      "int hw_disk_identify(void)",
      "identifies the disk for crash dumps; returns as hw_disk_write()"),
  DISK_WRITE(
      "int hw_disk_write(const char *text)",
      "appends a line to the disk for crash dumps; returns 0, -5 (-EIO) if the disk may not read it"
          + " from memory, -19 (-ENODEV) if the disk cannot be reached, -110 (-ETIMEDOUT) if no CPU"
          + " takes its interrupt"),
  DISK_VMCORE(
      "int hw_disk_write_vmcore(unsigned long cpus)",
      "writes the old memory and the registers of these CPUs to that disk; returns as hw_disk_write()"),
  IRQ_TARGETS(
      "unsigned long hw_irq_targets(void)",
      "mask of the CPUs to which the interrupt controller delivers device interrupts"),
  SET_IRQ_TARGETS(
      "void hw_set_irq_targets(unsigned long cpus)",
      "sets that mask; the lowest CPU gets all of them"),
  IOMMU(
      "int hw_iommu(int state)",
      "sets the IOMMU: 0 no translation, 1 the first kernel's tables, 2 this kernel's tables too, 3 all"
          + " blocked; returns the old state; -1 only returns it"),
  VMBUS(
      "bool hw_vmbus(int message)",
      "sends 1 INITIATE_CONTACT or 2 UNLOAD to a Hyper-V host: does it answer? 0: does it have the disk?"),
  NOTIFIER(
      "void lw_notifier(const char *name, bool over)", "a panic notifier begins, or has returned"),
  CRASH_SAID("void lw_crash_said(const char *text)", "a line on the console of the crash kernel"),
  DUMPED(
      "void lw_dumped(int occasion)",
      "this CPU calls the kmsg dumpers: 0 unknown, 1 panic, 2 oops, 3 emergency, 4"
          + " restart, 5 halt, 6 power-off, 7 shutdown");

  private static final Builtin[] ALL = values();

  private final String signature;
  private final String doc;
  private final boolean note;

  Builtin(String signature, String doc) {
    this.signature = signature;
    this.doc = doc;
    this.note = signature.matches("\\w+ (lw_(?!section).*|trace\\(.*)");
  }

  /** The builtin with this number in byte code. */
  public static Builtin of(int number) {
    return ALL[number];
  }

  /** Does it only inform the observer, and change nothing in the machine? */
  public boolean isNote() {
    return note;
  }

  /** The declaration in kernel C. */
  public String signature() {
    return signature;
  }

  /** What it does, in one line. */
  public String doc() {
    return doc;
  }

  /** The name in kernel C. */
  public String cName() {
    String head = signature.substring(0, signature.indexOf('('));
    return head.substring(Math.max(head.lastIndexOf(' '), head.lastIndexOf('*')) + 1);
  }
}
