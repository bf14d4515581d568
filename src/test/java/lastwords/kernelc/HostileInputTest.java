package lastwords.kernelc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sources that are long or deep in one way: the compiler answers soon, and no exception escapes it.
 */
final class HostileInputTest {
  private static final int MANY = 3000;

  @ParameterizedTest(name = "{0}")
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  @ValueSource(
      strings = {
        "int f(void) { return 0 @ + 1@; }",
        "int f(int x) { return @x + @1; }",
        "int f(int x) { return @- @x; }",
        "int f(int x) { return @!@x; }",
        "int f(int x) { return @x ? x : @1; }",
        "int f(int x) { return @x ?: @1; }",
        "int f(int x) { return @x && @1; }",
        "int f(int x) { @x = @1; return x; }",
        "int f(int x) { return @x, @1; }",
        "int f(int x) { return @(@x@)@; }",
        "int f(int x) { return @(int) @x; }",
        "int f(int x) { return @sizeof @x; }",
        "int f(int x) { return x@[0]@; }",
        "int f(int x) { return x@.a@; }",
        "int f(int x) { return x@->a@; }",
        "int f(int x) { return @*@x; }",
        "int f(int x) { return f@(1)@; }",
        "int f(int x) { return f(@f(@1@)@); }",
        "int f(int x) { return f(1@, 2@); }",
        "int f(int x) { @if (x) @return 1; return 0; }",
        "int f(int x) { @if (x) ; else @return 1; return 0; }",
        "int f(int x) { @while (x) @; return 0; }",
        "int f(int x) { @for (;;) @; return 0; }",
        "int f(int x) { @do @x--; while (x); return 0; }",
        "int f(int x) { @{@ x++; @}@ return 0; }",
        "int f(int x) { @l: @ return 0; }",
        "int f(int x) { struct r r r *p; @l: @ return 0; }",
        "int f(int x) { switch (x) { @case 1: @ return 0; } return 1; }",
        "int f(int x) { @switch (x) @return 0; return 1; }",
        "int f(int x) { @x++; @return x }",
        "int f(int x) { @int y; @return x; }",
        "int f(int x) { return @({@ 1; @})@; }",
        "int f(int x) { return @({ 1; }) + @ 1; }",
        "int @*@p;",
        "int (@*@p)(void);",
        "int p@[2]@;",
        "int p@(void)@;",
        "int @(@p@)@;",
        "int f(@int (*)(@int@)@);",
        "struct @{ struct @int x; @} a;@ } b;",
        "struct s { @int x; @};",
        "struct s { int a@, b@; };",
        "enum e { A@, A@ };",
        "int v[] = { @1, @};",
        "int v = @{@ 1 @}@;",
        "char *s = @\"a\" @;",
        "typedef int @t, @u;",
        "const @const @int x;",
        "unsigned @unsigned @x;",
        "int x; @int x; @",
        "@f(@",
        "@{@",
        "@}@",
        "@;@",
        "@\"@",
        "@#if 1\n@",
        "@#define X X X\n@int y = X;",
        "#define X(a) a a\nint y = @X(@1@)@;",
        "#define A(x, y) x ## y\nint @A(@a, b@)@;",
        "#if @(@1@)@\n#endif\n",
        "#if @!@1\n#endif\n",
        "#if @1 + @1\n#endif\n",
        "#if @1 ? 1 : @1\n#endif\n",
        "int f(void) { return sizeof(struct @s @); }",
        "int f(char *b) { return snprintf(b, 1, \"@%d @\"); }"
      })
  void longAndDeepSources(String pattern) {
    Compilation compilation =
        KernelCompiler.compile(List.of(new SourceFile("a.c", repeated(pattern), 0)), Map.of());
    assertThat(compilation.image().isPresent()).isEqualTo(compilation.diagnostics().isEmpty());
  }

  /** Repeats the text between a pair of @ many times. */
  private static String repeated(String pattern) {
    String[] parts = pattern.split("@", -1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      out.append(i % 2 == 0 ? parts[i] : parts[i].repeat(MANY));
    }
    return out.toString();
  }

  @ParameterizedTest
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  @ValueSource(ints = {10, 20, 30})
  void macrosThatDoubleEachOther(int count) {
    StringBuilder text = new StringBuilder("#define M0 1 +\n");
    for (int i = 1; i <= count; i++) {
      text.append("#define M" + i + " M" + (i - 1) + " M" + (i - 1) + "\n");
    }
    text.append("int x = M" + count + " 0;\n");
    Compilation compilation =
        KernelCompiler.compile(List.of(new SourceFile("a.c", text.toString(), 0)), Map.of());
    assertThat(compilation.image().isPresent()).isEqualTo(compilation.diagnostics().isEmpty());
  }
}
