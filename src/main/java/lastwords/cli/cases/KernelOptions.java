package lastwords.cli.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.source.NearestName;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.kernel.Kernel;
import picocli.CommandLine.Option;

/** The architecture for which a kernel is compiled. */
public final class KernelOptions {
  private static final String USUAL = "x86_64";

  @Option(
      names = "--arch",
      paramLabel = "A",
      description = "architecture; default: x86_64, or the kernel's only one")
  private Optional<String> arch = Optional.empty();

  public String arch(Kernel kernel) {
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

  public Compilation compile(Kernel kernel) {
    return kernel.compile(arch(kernel));
  }

  /** The compiled kernel. */
  public KernelImage image(Kernel kernel) {
    Compilation compilation = compile(kernel);
    check(compilation);
    return compilation.image().orElseThrow();
  }

  /** Reports errors in its sources to the user. */
  public static void check(Compilation compilation) {
    if (compilation.image().isEmpty()) {
      throw new ScenarioException(
          compilation.diagnostics().stream().map(Object::toString).toList());
    }
  }

  /** The function with this name. */
  public static FunctionInfo function(KernelImage image, Kernel kernel, String name) {
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
