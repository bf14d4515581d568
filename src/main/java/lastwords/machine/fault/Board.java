package lastwords.machine.fault;

import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.part.Firmware;
import lastwords.machine.part.InterruptController;
import lastwords.machine.part.Pram;
import lastwords.machine.part.Uart;

/** The parts of a machine, for faults to strike. */
public interface Board {
  Wiring wiring();

  Cpu cpu(int number);

  Uart uart(int port);

  Pram pram();

  Firmware firmware();

  InterruptController interrupts();
}
