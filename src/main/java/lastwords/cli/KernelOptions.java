package lastwords.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.FunctionInfo;
import lastwords.kernelc.KernelImage;
import lastwords.kernelc.source.NearestName;
import lastwords.scenario.Kernel;
import lastwords.scenario.ScenarioException;
import picocli.CommandLine.Option;

/** For which architecture a kernel is compiled. */
final class KernelOptions {
  private static final String USUAL = "x86_64";

  @Option(
      names = "--arch",
      paramLabel = "A",
      description = "architecture; default: x86_64, or the kernel's only one")
  private Optional<String> arch = Optional.empty();

  String arch(Kernel kernel) {
    Set<String> known = kernel.architectures();
    String wanted =
        arch.orElse(known.isEmpty() || known.contains(USUAL) ? USUAL : known.iterator().next());
    if (!known.isEmpty() && !known.contains(wanted)) {
      throw new ScenarioException(
          List.of(
              "kernel "
                  + kernel.name()
                  + " has no architecture '"
                  + wanted
                  + "'; known: "
                  + String.join(", ", known)));
    }
    return wanted;
  }

  Compilation compile(Kernel kernel) {
    return kernel.compile(arch(kernel));
  }

  /** The compiled kernel. */
  KernelImage image(Kernel kernel) {
    Compilation compilation = compile(kernel);
    check(compilation);
    return compilation.image().orElseThrow();
  }

  /** What is wrong with its sources is the user's to know. */
  static void check(Compilation compilation) {
    if (compilation.image().isEmpty()) {
      throw new ScenarioException(
          compilation.diagnostics().stream().map(Object::toString).toList());
    }
  }

  /** The function of that name. */
  static FunctionInfo function(KernelImage image, Kernel kernel, String name) {
    return image.functions().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ScenarioException(
                    List.of(
                        "kernel "
                            + kernel.name()
                            + " has no function '"
                            + name
                            + "'"
                            + near(image, name))));
  }

  private static String near(KernelImage image, String name) {
    List<String> names = image.functions().stream().map(FunctionInfo::name).toList();
    return NearestName.hint(name, names);
  }
}
