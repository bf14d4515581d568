package lastwords.cli.compare;

import java.util.List;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.hocon.NaturalOrder;

/**
 * Why a patch does not fit some kernels.
 *
 * @param reason with file and line
 * @param kernels names of the kernels that it does not fit
 * @param cases names of the cases with one of these kernels
 */
record Misfit(String reason, List<String> kernels, List<String> cases) {
  private static final int FEW = 3; // cases

  Misfit {
    kernels = kernels.stream().distinct().sorted(NaturalOrder.ORDER).toList();
    cases = List.copyOf(cases);
  }

  /** {@code kernels 4.14, 4.19: panic.patch:3: applies to releases 5.0..5.4}. */
  String text() {
    return names() + ": " + reason;
  }

  /** {@code panic.patch:3: applies to releases 5.0..5.4; does not fit kernels 4.14, 4.19}. */
  String problem() {
    return reason + "; does not fit " + names();
  }

  private String names() {
    return Wording.plural(kernels.size(), "kernel") + " " + String.join(", ", kernels);
  }

  /** The cases, if they are few. */
  String few() {
    return cases.size() > FEW ? "" : " (" + String.join(", ", cases) + ")";
  }
}
