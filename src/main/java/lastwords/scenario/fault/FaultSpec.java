package lastwords.scenario.fault;

import java.util.Optional;
import lastwords.machine.fault.Fault;

/**
 * A fault as stated in a scenario, with names not yet resolved.
 *
 * @param fault what is known without the compiled kernel
 * @param vector name of the interrupt; empty for any, or if its number is known
 * @param where the place in the file
 */
public record FaultSpec(Fault fault, Optional<String> vector, String where) {
  /** The fault with its id, and with its vector if that was a name. */
  public Fault numbered(int id, int number) {
    Fault numbered = fault.with(id, fault.trigger());
    return vector.isPresent() ? numbered.ofVector(number) : numbered;
  }
}
