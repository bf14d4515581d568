package lastwords.machine;

import java.util.Arrays;
import java.util.List;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.InterruptRule;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.fault.Board;
import lastwords.machine.fault.Fault;
import lastwords.machine.layout.Blueprint;
import lastwords.machine.part.Firmware;
import lastwords.machine.part.InterruptController;
import lastwords.machine.part.Memory;
import lastwords.machine.part.Pram;
import lastwords.machine.part.SpinLock;
import lastwords.machine.part.Uart;
import lastwords.machine.text.Texts;

/**
 * A machine: its parts, wired, over one flat state. Engines step its CPUs, perform their requests
 * and carry out the effects; nothing here decides what happens next.
 */
public final class Machine implements Board {
  private static final int SECTION = 10_000; // operations per section

  private final Blueprint blueprint;
  private final List<Fault> faults;
  private final int spareFaults; // interrupt faults that may be added during a run
  private final Texts texts;
  private final Wiring wiring;
  private final MachineParts parts;
  private final Cpu[] cpus; // the slices of the parts
  private final MachineStates states;
  private final int[] offsets;
  private long[] state;
  private Effects atStart = new Effects(); // what booting has set going

  /** A machine at power-on, before its kernel has booted. */
  public Machine(KernelImage image, MachineConfig config, List<Fault> faults) {
    this(image, config, faults, 0);
  }

  /**
   * As above, with room for interrupt faults that are added during a run.
   *
   * @param spare how many
   */
  public Machine(KernelImage image, MachineConfig config, List<Fault> faults, int spare) {
    this(new Blueprint(image, config), faults, spare, new Texts(image.strings()));
    parts.reset(image.privates());
  }

  private Machine(Blueprint blueprint, List<Fault> faults, int spare, Texts texts) {
    this.blueprint = blueprint;
    this.faults = List.copyOf(faults);
    this.spareFaults = spare;
    this.texts = texts;
    this.wiring = blueprint.wiring;
    List<InterruptRule> rules = faults.stream().flatMap(it -> it.rule().stream()).toList();
    this.parts = new MachineParts(blueprint, rules, spare, texts);
    this.cpus = parts.cpus;
    this.states = new MachineStates(this, parts.cpus);
    this.offsets = layOut(parts);
    this.state = new long[offsets[parts.count()]];
    attach();
  }

  private static int[] layOut(MachineParts parts) {
    int[] offsets = new int[parts.count() + 1];
    for (int part = 0; part < parts.count(); part++) {
      offsets[part + 1] = offsets[part] + parts.words(part);
    }
    return offsets;
  }

  private void attach() {
    for (int part = 0; part < parts.count(); part++) {
      parts.attach(part, state, offsets[part]);
    }
  }

  /**
   * Another machine in the same state that shares its texts, now and in future: a word means the
   * same in both.
   */
  public Machine copySharingTexts() {
    Machine copy = new Machine(blueprint, faults, spareFaults, texts);
    copy.state = state.clone();
    copy.attach();
    copy.parts.firmware.actors(parts.firmware.actors());
    copy.atStart = atStart;
    return copy;
  }

  /** The engine retries sections that cannot begin yet: see {@link Cpu#hasToRetry}. */
  public void trySections() {
    for (Cpu cpu : cpus) {
      cpu.triesSections(parts.memory);
    }
  }

  /**
   * Lets CPUs load and store directly, without a request to the memory part, where no other CPU can
   * tell.
   */
  public void shareMemory() {
    for (Cpu cpu : cpus) {
      cpu.loadsAndStores(parts.memory);
    }
  }

  /**
   * Makes room for words of the engine's own after the last part's slice; returns the offset of the
   * first.
   */
  public int extend(int words) {
    int end = state.length;
    state = Arrays.copyOf(state, end + words);
    attach();
    return end;
  }

  /** Another machine in the same state, independent from now on. */
  public Machine copy() {
    return copy(0);
  }

  /**
   * As above, for one of several processes that the machine is spread over.
   *
   * @param origin of its texts: see {@link Texts}
   */
  public Machine copy(int origin) {
    Machine copy = new Machine(blueprint, faults, spareFaults, new Texts(texts, origin));
    System.arraycopy(state, 0, copy.state, 0, state.length);
    copy.parts.firmware.actors(parts.firmware.actors());
    copy.atStart = atStart;
    return copy;
  }

  /**
   * Returns a copy to the state in which it was copied, for another run.
   *
   * @param original the machine that it is a copy of, unchanged since
   */
  public void begin(Machine original) {
    System.arraycopy(original.state, 0, state, 0, original.state.length);
    parts.memory.track();
    texts.begin();
  }

  /**
   * Boots: CPU 0 runs the kernel's initcalls, in no emulated time. After that each CPU is about to
   * start its workload.
   *
   * @param entries the function that each CPU starts with
   */
  public void boot(List<Integer> entries) {
    atStart = new Boot(this).run();
    for (int cpu = 0; cpu < cpus.length; cpu++) {
      cpus[cpu].start(entries.get(cpu));
    }
    parts.firmware.actors(Staging.of(image(), entries, faults));
  }

  /** Timers and interrupts from booting, to be carried out when the machine starts to run. */
  public Effects atStart() {
    return atStart;
  }

  /**
   * Applies an event whose parts are all in this process; false if its part ignores it.
   *
   * @param now emulated time in ns
   * @param draw random number
   * @param effects receives its effects on other parts
   */
  public boolean apply(Event event, long now, long draw, Effects effects) {
    boolean noticed = once(event, now, draw, effects);
    for (int i = 0; i < SECTION && event.goesOn(this); i++) {
      once(event, now, draw, effects);
    }
    return noticed;
  }

  private boolean once(Event event, long now, long draw, Effects effects) {
    Event.Progress progress = event.begin(this, now, draw, effects);
    if (progress == Event.Progress.ASKS) {
      perform(cpus[event.part(wiring)].request(), now, draw, effects);
      event.end(this, now, draw, effects);
    }
    return progress != Event.Progress.IGNORED;
  }

  /** Performs a CPU's request to another part. */
  public void perform(Request request, long now, long draw, Effects effects) {
    parts.perform(request, now, draw, effects);
  }

  /**
   * Gives a part a state of its own, a copy of its slice, so that it can live apart from the
   * others. {@link #state()} does not show its changes until {@link #restore} brings it back.
   */
  public long[] detach(int part) {
    long[] own = Arrays.copyOfRange(state, offsets[part], offsets[part + 1]);
    parts.attach(part, own, 0);
    return own;
  }

  /** Copies a part's state back into the machine's. */
  public void restore(int part, long[] slice) {
    System.arraycopy(slice, 0, state, offsets[part], offsets[part + 1] - offsets[part]);
    parts.attach(part, state, offsets[part]);
  }

  /** The state of a part that lives apart, for another process. */
  public PartState export(int part, long[] slice) {
    return PartState.of(part, slice, parts.lists(part), texts);
  }

  /** Copies the state of a part of another process into the machine's. */
  public void restore(PartState state) {
    state.define(texts);
    restore(state.part(), state.words());
  }

  /** Restores a range of a state that was saved before. */
  public void restore(int from, long[] saved, int at, int words) {
    System.arraycopy(saved, at, state, from, words);
  }

  /** The part that fails. */
  public int partOf(Fault fault) {
    return fault.parts(wiring)[0];
  }

  @Override
  public Cpu cpu(int number) {
    return cpus[number];
  }

  public int cpus() {
    return cpus.length;
  }

  public Memory memory() {
    return parts.memory;
  }

  @Override
  public InterruptController interrupts() {
    return parts.interrupts;
  }

  @Override
  public Pram pram() {
    return parts.pram;
  }

  @Override
  public Firmware firmware() {
    return parts.firmware;
  }

  @Override
  public Uart uart(int port) {
    return parts.uarts[port];
  }

  public SpinLock lock(int number) {
    return parts.locks[number];
  }

  /** Operations that only engines need that compare states. */
  public MachineStates states() {
    return states;
  }

  /** The name of a lock in kernel C. */
  public String lockName(int number) {
    return blueprint.lockName(number);
  }

  /** What a part is called in reports: {@code cpu1}, {@code logbuf_lock}, {@code ttyS0}. */
  public String partName(int part) {
    return parts.name(part, blueprint);
  }

  @Override
  public Wiring wiring() {
    return wiring;
  }

  public KernelImage image() {
    return blueprint.image;
  }

  public MachineConfig config() {
    return blueprint.config;
  }

  public Texts texts() {
    return texts;
  }

  /**
   * The name of the shared word at this address in kernel C; {@code @cpuN} is appended if it is a
   * CPU's own copy.
   */
  public String wordName(int address) {
    return blueprint.wordName(address);
  }

  /**
   * The whole state: every part's slice, in the order of {@link Wiring}. Shared: callers must not
   * write to it.
   */
  public long[] state() {
    return state;
  }

  /**
   * Where a part's slice begins in {@link #state()}; for the part after the last one, where the
   * state ends.
   */
  public int offset(int part) {
    return offsets[part];
  }
}
