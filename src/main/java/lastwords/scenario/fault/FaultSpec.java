package lastwords.scenario.fault;

import java.util.Optional;
import lastwords.machine.fault.Fault;

/**
 * A fault as a scenario states it: names are still names.
 *
 * @param fault what is known without the compiled kernel
 * @param vector the interrupt by name; empty for any, or when its number is known
 * @param where the place in the file
 */
public record FaultSpec(Fault fault, Optional<String> vector, String where) {
  /** The fault with its number, and that of its interrupt when it has a name. */
  public Fault numbered(int id, int number) {
    Fault numbered = fault.with(id, fault.trigger());
    return vector.isPresent() ? numbered.ofVector(number) : numbered;
  }
}
