package lastwords.kernelc.image;

/**
 * A compiled function.
 *
 * @param name its C name
 * @param file the source file's path as given to the compiler
 * @param line where its definition begins
 * @param entry first instruction
 * @param end one past its last instruction
 * @param params named parameters
 * @param frameWords slots of its frame, including parameters
 * @param variadic does it take further arguments?
 * @param inline is it {@code inline}? Its body is then placed in its callers, without a frame.
 * @param vector the interrupt it serves, or -1
 */
public record FunctionInfo(
    String name,
    String file,
    int line,
    int entry,
    int end,
    int params,
    int frameWords,
    boolean variadic,
    boolean inline,
    int vector) {}
