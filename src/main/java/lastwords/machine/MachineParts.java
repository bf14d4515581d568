package lastwords.machine;

import java.util.List;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.InterruptRule;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Part;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.layout.Blueprint;
import lastwords.machine.part.Firmware;
import lastwords.machine.part.InterruptController;
import lastwords.machine.part.Memory;
import lastwords.machine.part.Pram;
import lastwords.machine.part.SpinLock;
import lastwords.machine.part.Uart;
import lastwords.machine.text.Format;
import lastwords.machine.text.TextOps;
import lastwords.machine.text.Texts;

/** The parts of a machine, each under the number that {@link Wiring} gives it. */
final class MachineParts {
  final Cpu[] cpus;
  final Memory memory;
  final InterruptController interrupts;
  final Pram pram;
  final Firmware firmware;
  final Uart[] uarts;
  final SpinLock[] locks;
  private final Wiring wiring;
  private final Part[] parts;

  /**
   * @param rules those of faults of interrupts
   * @param spare how many more may be added
   */
  MachineParts(Blueprint blueprint, List<InterruptRule> rules, int spare, Texts texts) {
    MachineConfig config = blueprint.config;
    wiring = blueprint.wiring;
    TextOps textOps = new TextOps(texts, new Format(texts, blueprint));
    cpus = new Cpu[config.cpus()];
    for (int i = 0; i < cpus.length; i++) {
      cpus[i] = new Cpu(i, blueprint.tables, wiring, texts, textOps);
    }
    memory = new Memory(blueprint, textOps);
    interrupts = new InterruptController(config.timing(), config.cpus(), rules, spare);
    pram = new Pram(config.pram(), texts);
    firmware = new Firmware(config, texts);
    uarts = new Uart[config.uarts().size()];
    locks = new SpinLock[wiring.locks()];
    parts = wire(config, texts);
  }

  private Part[] wire(MachineConfig config, Texts texts) {
    Part[] wired = new Part[wiring.parts()];
    wired[wiring.memory()] = memory;
    wired[wiring.interrupts()] = interrupts;
    wired[wiring.pram()] = pram;
    wired[wiring.firmware()] = firmware;
    for (int port = 0; port < uarts.length; port++) {
      uarts[port] = new Uart(config.uarts().get(port), port, cpus.length, texts);
      wired[wiring.uart(port)] = uarts[port];
    }
    for (int lock = 0; lock < locks.length; lock++) {
      locks[lock] = new SpinLock(config.locks(), cpus.length);
      wired[wiring.lock(lock)] = locks[lock];
    }
    return wired;
  }

  int count() {
    return parts.length;
  }

  /** Number of state words that a part needs. */
  int words(int part) {
    return part < cpus.length ? cpus[part].words() : parts[part].words();
  }

  /** Which words of a part hold list numbers (see {@link Texts}). */
  int[] lists(int part) {
    return part < cpus.length ? new int[0] : parts[part].lists();
  }

  /** Gives a part its slice. */
  void attach(int part, long[] words, int at) {
    if (part < cpus.length) {
      cpus[part].attach(words, at);
    } else {
      parts[part].attach(words, at);
    }
  }

  /** Resets all parts to their state at power-on. */
  void reset(long[] privates) {
    for (Cpu cpu : cpus) {
      cpu.reset(privates);
    }
    for (int part = cpus.length; part < parts.length; part++) {
      parts[part].reset();
    }
  }

  void perform(Request request, long now, long draw, Effects effects) {
    if (request.part == wiring.memory()) {
      memory.perform(request, now, draw, effects);
    } else {
      parts[request.part].perform(request, now, draw, effects);
    }
  }

  /**
   * What a part is called in reports: {@code cpu1}, {@code ttyS0}; a lock's name is the kernel's.
   */
  String name(int part, Blueprint blueprint) {
    int lock = wiring.lockOf(part);
    if (lock >= 0) {
      return blueprint.lockName(lock);
    }
    if (part < cpus.length) {
      return "cpu" + part;
    }
    boolean port = part >= wiring.uart(0);
    return port ? uarts[part - wiring.uart(0)].name() : wiring.name(part);
  }
}
