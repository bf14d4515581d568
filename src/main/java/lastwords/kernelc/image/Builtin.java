package lastwords.kernelc.image;

/**
 * What the hardware offers to kernel C, and what the compiler therefore knows without a definition.
 * The signature is kernel C; {@code T} stands for the type that the first pointer argument points
 * to.
 */
public enum Builtin {
  // ---- this CPU ----
  SMP_PROCESSOR_ID("int smp_processor_id(void)", "the number of this CPU"),
  NR_CPUS("int num_possible_cpus(void)", "how many CPUs the machine has"),
  IRQ_SAVE(
      "unsigned long arch_local_irq_save(void)",
      "clears the interrupt flag; what it was (1 on, 0 off)"),
  IRQ_RESTORE(
      "void arch_local_irq_restore(unsigned long flags)",
      "sets the interrupt flag as it was saved"),
  IRQ_DISABLE("void local_irq_disable(void)", "clears the interrupt flag"),
  IRQ_ENABLE(
      "void local_irq_enable(void)", "sets the interrupt flag; what is pending is taken next"),
  IRQS_DISABLED("bool irqs_disabled(void)", "is the interrupt flag clear?"),
  CPU_RELAX(
      "void cpu_relax(void)",
      "one turn of a spinning loop; a loop that nothing can end is parked here"),
  HALT("void halt(void)", "sleeps until an interrupt (hlt, wfi): for ever when interrupts are off"),
  SAFE_HALT(
      "void safe_halt(void)",
      "sets the interrupt flag and sleeps until an interrupt: none gets in between (sti; hlt)"),
  WAS_IDLE(
      "bool hw_was_idle(void)",
      "did the interrupt that this CPU is in find it asleep, or with nothing to do?"),
  STACKS(
      "int hw_stacks(void)", "stacks of a CPU: 1, unless code that can run asks for their number"),
  NEW_STACK(
      "int hw_new_stack(void *function)",
      "a stack of this CPU on which the function begins when it is switched to; -1: none is left"),
  SWITCH_STACK(
      "void hw_switch_stack(int stack, bool keep)",
      "goes on with another of this CPU's stacks, where that was left; this one is kept for later,"
          + " or free"),
  NDELAY("void ndelay(unsigned long ns)", "busy waits"),
  UDELAY("void udelay(unsigned long us)", "busy waits"),
  MDELAY("void mdelay(unsigned long ms)", "busy waits"),
  LOCAL_CLOCK("u64 local_clock(void)", "ns since the machine was started"),
  LAPIC_DISABLE(
      "void lapic_disable(void)",
      "this CPU's local APIC accepts only NMIs from now on; what is pending stays pending"),
  STACK_ENTRY(
      "void *stack_trace_entry(int depth)",
      "where the function at that depth of this CPU's stack goes on, 0 the innermost; NULL past the"
          + " end"),
  STACK_ENTERED(
      "int stack_trace_entered(int depth)",
      "how that function was entered: 0 by a call, 1 by an interrupt, 2 by an NMI, 3 by a trap, 4 at"
          + " a breakpoint, 5 as the CPU's first; -1 past the end"),
  STACK_IRQS(
      "bool stack_trace_irqs(int depth)",
      "was the interrupt flag set when that function was entered, by an interrupt, an NMI or a trap?"),
  STACK_DEPTH("int stack_trace_depth(void)", "how many functions are on this CPU's stack"),
  BREAKPOINT(
      "void hw_breakpoint(void *function, void *handler)",
      "this CPU calls handler once, when it next enters function"),
  TRAP(
      "void hw_trap(int vector)",
      "an instruction that this CPU cannot carry out (ud2, brk): it enters the vector's handler"),
  HWEIGHT("int hweight_long(unsigned long word)", "how many bits are set"),
  FFS("int __ffs(unsigned long word)", "number of the lowest bit set; 64 when none is"),
  FLS("int __fls(unsigned long word)", "number of the highest bit set; -1 when none is"),
  SECTION_BEGIN(
      "void lw_section_begin(void)",
      "from here to lw_section_end() all is one step: no other CPU and no interrupt gets in between"),
  SECTION_WHEN(
      "void lw_section_when(bool condition)",
      "if it does not hold, the section has not begun yet, and begins when it does; before this it"
          + " only reads"),
  SECTION_END("void lw_section_end(void)", "ends the section, as any waiting in it does"),

  // ---- text: char arrays hold text, a word each ----
  VSNPRINTF(
      "int vsnprintf(char *buf, unsigned long size, const char *fmt, va_list args)",
      "formats; the length it would have had"),
  VSCNPRINTF(
      "int vscnprintf(char *buf, unsigned long size, const char *fmt, va_list args)",
      "formats; the length that was written"),
  SNPRINTF(
      "int snprintf(char *buf, unsigned long size, const char *fmt, ...)",
      "formats; the length it would have had"),
  SCNPRINTF(
      "int scnprintf(char *buf, unsigned long size, const char *fmt, ...)",
      "formats; the length that was written"),
  STRLEN("unsigned long strlen(const char *s)", "characters before the end"),
  STRSCPY(
      "long strscpy(char *dst, const char *src, unsigned long size)",
      "copies; the length, or -7 (-E2BIG) when it was cut"),
  STRCMP("int strcmp(const char *a, const char *b)", "negative, 0 or positive"),
  STRNCMP("int strncmp(const char *a, const char *b, unsigned long n)", "negative, 0 or positive"),
  STRCHR("const char *strchr(const char *s, int c)", "the first such character, or NULL"),
  STRSTR("const char *strstr(const char *s, const char *sub)", "where sub begins in s, or NULL"),

  // ---- atomic operations on a word ----
  XCHG("T xchg(T *p, T v)", "stores v; the old value"),
  CMPXCHG("T cmpxchg(T *p, T old, T new)", "stores new if the value is old; the old value"),
  XADD("T xadd(T *p, T v)", "adds v; the old value"),
  FETCH_OR("T fetch_or(T *p, T v)", "ors v in; the old value"),
  FETCH_AND("T fetch_and(T *p, T v)", "ands v in; the old value"),

  // ---- raw spinlocks ----
  SPIN_LOCK("void raw_spin_lock(raw_spinlock_t *lock)", "spins until this CPU holds the lock"),
  SPIN_TRYLOCK("int raw_spin_trylock(raw_spinlock_t *lock)", "1 when this CPU now holds the lock"),
  SPIN_UNLOCK("void raw_spin_unlock(raw_spinlock_t *lock)", "frees the lock, whoever holds it"),
  SPIN_IS_LOCKED(
      "int raw_spin_is_locked(raw_spinlock_t *lock)",
      "held, or (queued locks) somebody stands in line"),
  SPIN_INIT(
      "void raw_spin_lock_init(raw_spinlock_t *lock)", "writes `unlocked' over whatever is there"),

  // ---- interrupts ----
  SEND_IPI(
      "void hw_send_ipi(unsigned long cpus, int vector)",
      "sends an interrupt to each CPU of the mask; vector 2 is the NMI"),
  TIMER(
      "void hw_timer(int vector, u64 ns)",
      "this CPU's one-shot timer: raises vector in ns; 0 stops it"),
  HAS_NMI(
      "bool hw_has_nmi(void)", "can an interrupt of this machine pass a cleared interrupt flag?"),

  // ---- devices ----
  UART_TYPE(
      "int hw_uart_type(int port)", "0 none, 1 8250, 2 pl011, 3 hypervisor or firmware console"),
  UART_TX(
      "int hw_uart_tx(int port, const char *text, unsigned long limit_us)",
      "sends text character by character at line speed, waiting at most limit_us (0: without limit)"
          + " for each; how many went out in time"),
  PRAM_ZONES("int hw_pram_zones(void)", "records that persistent RAM can hold; 0: there is none"),
  PRAM_SIZE("int hw_pram_size(void)", "bytes of one record"),
  PRAM_WRITE(
      "int hw_pram_write(int zone, const char *text)",
      "writes a record; its length, -28 (-ENOSPC) or -5 (-EIO)"),
  CRASH_IMAGE("bool hw_crash_image(void)", "was a crash kernel loaded before the panic?"),
  CRASH_NOTE("void hw_crash_note(void)", "saves this CPU's registers for the crash dump"),
  JUMP_CRASH_KERNEL(
      "void hw_jump_crash_kernel(void *entry)",
      "this CPU goes on in another kernel, with an empty stack, interrupts off and no interrupt table;"
          + " does not come back"),
  LOAD_IDT(
      "void hw_load_idt(void)",
      "this CPU has the other kernel's interrupt table; until then an NMI is its end"),
  CRASH_NOTES(
      "unsigned long hw_crash_notes(void)",
      "CPUs whose registers were saved for the dump, as a mask"),
  DISK_IDENTIFY(
      "int hw_disk_identify(void)", "asks the disk of crash dumps what it is; as hw_disk_write()"),
  DISK_WRITE(
      "int hw_disk_write(const char *text)",
      "appends a line to the disk of crash dumps; 0, -5 (-EIO) when the disk may not read it from"
          + " memory, -19 (-ENODEV) when there is no way to the disk, -110 (-ETIMEDOUT) when no CPU"
          + " that listens gets its interrupt"),
  DISK_VMCORE(
      "int hw_disk_write_vmcore(unsigned long cpus)",
      "writes the old memory to that disk, with the registers of these CPUs; as hw_disk_write()"),
  IRQ_TARGETS(
      "unsigned long hw_irq_targets(void)",
      "CPUs at which the interrupt controller lets devices' interrupts through, as a mask"),
  SET_IRQ_TARGETS(
      "void hw_set_irq_targets(unsigned long cpus)",
      "changes that; the lowest of them gets them all"),
  IOMMU(
      "int hw_iommu(int state)",
      "0 no translation, 1 the first kernel's tables, 2 tables of one's own too, 3 nothing passes; what"
          + " it was; -1 only asks"),
  VMBUS(
      "bool hw_vmbus(int message)",
      "1 INITIATE_CONTACT, 2 UNLOAD to a Hyper-V host: does it answer? 0: is there one with the disk?"),
  RESET("void hw_reset(void)", "resets the machine; does not come back"),
  POWER_OFF("void hw_power_off(void)", "does not come back"),
  HYPERVISOR(
      "int hw_hypervisor(const char *through, const char *event)",
      "tells the hypervisor, through an interface such as pvpanic; 0, -1 when there is none that"
          + " listens; may not come back"),
  NMI_REASON(
      "int hw_nmi_reason(void)",
      "port 0x61 of the external NMI: 0x80 SERR, 0x40 IOCHK, 0 unknown, -1 when none is pending"),
  RANDOM("u32 prandom_u32_max(u32 n)", "a number from 0 to n - 1"),
  LEFTOVER(
      "u64 hw_leftover(void)",
      "what happens to be in a register that nobody has set: random, and only to be shown (to"
          + " explore, it is always 0)"),

  // ---- words to the observer: they change nothing in the machine ----
  PANIC_BEGINS(
      "void lw_panic_begins(void)",
      "this CPU is the one that panics (it has won panic_cpu): from here on its words count"),
  OOPS_BEGINS(
      "void lw_oops_begins(void)",
      "this CPU oopses: its words count, unless or until a CPU panics"),
  OFFLINE("void lw_offline(void)", "this CPU is no longer online: if it only spins, it is stopped"),
  SAID(
      "void lw_said(const char *text, bool visible)",
      "a message that the kernel means to say; visible: its level reaches a console"),
  NOTIFIER(
      "void lw_notifier(const char *name, bool over)", "a panic notifier begins, or has come back"),
  DUMP_OVER("void lw_dump_over(void)", "the time for kmsg dumpers is over"),
  CRASH_SAID("void lw_crash_said(const char *text)", "the crash kernel says this on its console"),
  FINAL_LOOP("void lw_final_loop(void)", "panic() has reached its last loop"),
  TRACE("void trace(long value)", "writes a value into the trace"),
  STAGED("void lw_staged(void)", "this CPU is in the state that its workload prepares"),
  ALL_STAGED("bool lw_all_staged(void)", "are all other CPUs that have a workload staged?"),
  DUMPED(
      "void lw_dumped(int occasion)",
      "this CPU calls dumpers of the log: 0 unknown, 1 panic, 2 oops, 3 emergency, 4"
          + " restart, 5 halt, 6 power-off, 7 shutdown");

  private final String signature;
  private final String doc;

  Builtin(String signature, String doc) {
    this.signature = signature;
    this.doc = doc;
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
