package lastwords.kernelc.image;

import java.util.Arrays;
import java.util.List;

/** Where each instruction comes from in the source: a line, and a file by number. */
public record SourceLines(int[] lines, int[] files, List<String> names) {
  /** A table in which every instruction comes from the file of its function. */
  static SourceLines ofFunctions(int[] lines, List<FunctionInfo> functions) {
    List<String> names = functions.stream().map(FunctionInfo::file).distinct().toList();
    int[] files = new int[lines.length];
    for (FunctionInfo function : functions) {
      Arrays.fill(files, function.entry(), function.end(), names.indexOf(function.file()));
    }
    return new SourceLines(lines, files, names);
  }

  int line(int pc) {
    return lines[pc];
  }

  String file(int pc) {
    return names.get(files[pc]);
  }
}
