package lastwords.cli.remote;

import java.util.List;
import java.util.Optional;

/**
 * Words of a command line that may begin with a machine's name.
 *
 * @param machine the name, if given
 * @param word what follows
 */
record MachineAnd(Optional<String> machine, String word) {
  /** One word or two. */
  static MachineAnd of(List<String> words) {
    return words.size() == 1
        ? new MachineAnd(Optional.empty(), words.get(0))
        : new MachineAnd(Optional.of(words.get(0)), words.get(1));
  }
}
