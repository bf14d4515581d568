package lastwords.machine.fault;

import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Trigger;
import lastwords.machine.bus.Wiring;

/**
 * A device misbehaves while the fault lasts.
 *
 * @param kind what it does instead
 * @param port serial port of a console; 0 for other devices
 * @param factor how many times slower; 1 if the fault does not slow
 */
public record DeviceFault(int id, Kind kind, int port, int factor, Trigger trigger)
    implements Fault {
  /** What goes wrong. Scenarios and engines need only the constant. */
  public enum Kind {
    SLOW_CONSOLE(
        "slow",
        Device.CONSOLE,
        "a console or pstore is slow",
        (board, it, begins) -> board.uart(it.port()).slow(begins ? it.factor() : 1)),
    WEDGE_CONSOLE(
        "wedge",
        Device.CONSOLE,
        "a console never takes the next character",
        (board, it, begins) -> board.uart(it.port()).wedge(begins)),
    GARBLE_CONSOLE(
        "garble",
        Device.CONSOLE,
        "a console loses and mangles characters",
        (board, it, begins) -> board.uart(it.port()).garble(begins)),
    FAIL_PSTORE(
        "fail",
        Device.PSTORE,
        "pstore does not write",
        (board, it, begins) -> board.pram().fail(begins)),
    FULL_PSTORE(
        "fill",
        Device.PSTORE,
        "pstore has no room",
        (board, it, begins) -> board.pram().fill(begins)),
    SLOW_PSTORE(
        "slow",
        Device.PSTORE,
        "a console or pstore is slow",
        (board, it, begins) -> board.pram().slow(begins ? it.factor() : 1)),
    NO_CRASH_KERNEL(
        "no",
        Device.CRASH_KERNEL,
        "the image of the crash kernel is gone",
        (board, it, begins) -> board.firmware().loseCrashImage(begins)),
    HYPERVISOR_SILENT(
        "silence",
        Device.HYPERVISOR,
        "the hypervisor does not answer",
        (board, it, begins) -> board.firmware().silenceHypervisor(begins));

    private final String verb;
    private final Device device;
    private final String effect;
    private final Strike strike;

    Kind(String verb, Device device, String effect, Strike strike) {
      this.verb = verb;
      this.device = device;
      this.effect = effect;
      this.strike = strike;
    }

    /** Its name in scenarios: {@code wedge} in {@code wedge = ttyS0}. */
    public String verb() {
      return verb;
    }

    /** The device that fails. */
    public Device device() {
      return device;
    }

    /** The effect as a sentence, without a full stop. */
    public String effect() {
      return effect;
    }

    /** Does it need a factor? */
    public boolean slows() {
      return verb.equals("slow");
    }
  }

  /** Applied to the device with true when the fault begins, with false when it ends. */
  private interface Strike {
    void at(Board board, DeviceFault fault, boolean begins);
  }

  /** Devices that can have such a fault. */
  public enum Device {
    /** One of the serial ports, each with its own name. */
    CONSOLE("ttyS0"),
    PSTORE("pstore"),
    CRASH_KERNEL("crash-kernel"),
    HYPERVISOR("hypervisor");

    private final String word;

    Device(String word) {
      this.word = word;
    }

    /** Its name in a scenario; for a console, an example. */
    public String word() {
      return word;
    }

    int part(Wiring wiring, int port) {
      return switch (this) {
        case CONSOLE -> wiring.uart(port);
        case PSTORE -> wiring.pram();
        case CRASH_KERNEL, HYPERVISOR -> wiring.firmware();
      };
    }
  }

  public DeviceFault {
    factor = Math.max(1, factor);
    port = Math.max(0, port);
  }

  static DeviceFault of(FaultForm form) {
    return new DeviceFault(
        form.id, Kind.valueOf(form.kind), form.device, form.factor, form.trigger());
  }

  @Override
  public int[] parts(Wiring wiring) {
    return new int[] {kind.device().part(wiring, port)};
  }

  @Override
  public boolean strike(
      Board board, int part, boolean begins, long now, long draw, Effects effects) {
    kind.strike.at(board, this, begins);
    return true;
  }

  @Override
  public String word() {
    return kind.name();
  }

  @Override
  public Fault with(int newId, Trigger when) {
    return new DeviceFault(newId, kind, port, factor, when);
  }

  @Override
  public FaultForm form() {
    FaultForm form = new FaultForm(id, word(), cpu(), nanos(), trigger);
    form.device = kind.device() == Device.CONSOLE ? port : -1;
    form.factor = factor;
    return form;
  }
}
