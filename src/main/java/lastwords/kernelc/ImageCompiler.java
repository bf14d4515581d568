package lastwords.kernelc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.analysis.Program;
import lastwords.kernelc.code.FunctionCompiler;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.WordNames;
import lastwords.kernelc.link.CodeBuffer;
import lastwords.kernelc.link.DataLayout;
import lastwords.kernelc.link.Functions;
import lastwords.kernelc.link.Strings;
import lastwords.kernelc.loop.Purity;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.type.WordShape;

/** Compiles a checked kernel into its image. */
final class ImageCompiler {
  private final Program program;
  private final Problems problems;
  private final Functions functions;
  private final DataLayout layout;
  private final Strings strings = new Strings();
  private final CodeBuffer buffer = new CodeBuffer();
  private final Purity purity = new Purity();
  private final List<FunctionInfo> infos = new ArrayList<>();

  ImageCompiler(Program program, Problems problems) {
    this.program = program;
    this.problems = problems;
    functions = new Functions(program.functions(), problems);
    layout = new DataLayout(program.globals());
  }

  /** Empty if a problem is found only now: a function that is used but not defined anywhere. */
  Optional<KernelImage> image() {
    program.functions().forEach(this::compile);
    DataValues values = new DataValues(layout, strings, functions, program.initialValues());
    long[] data = values.data();
    long[] perCpu = values.perCpu();
    long[] privates = values.privates();
    List<Integer> initcalls = program.initcalls().stream().map(this::number).toList();
    KernelImage image =
        new KernelImage(
            buffer.code(),
            buffer.constants(),
            buffer.lines(),
            infos,
            layout.infos(),
            layout.locks(),
            strings.all(),
            data,
            perCpu,
            privates,
            initcalls,
            names());
    return Optional.of(image).filter(found -> problems.none());
  }

  private void compile(Function function) {
    problems.guardDefinition(
        function.spot(),
        () ->
            infos.add(
                new FunctionCompiler(function, functions, layout, strings, buffer, purity)
                    .compile(problems)));
  }

  private int number(Function function) {
    return functions.number(function, function.spot());
  }

  private WordNames names() {
    List<WordShape> shapes =
        program.globals().stream().map(global -> WordShape.of(global.type())).toList();
    return new WordNames(shapes, layout.infos());
  }
}
