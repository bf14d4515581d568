package lastwords.scenario.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unified diffs on a tree, and messages about those that do not fit. */
final class PatchTest {
  private static final ReleaseNumber RELEASE = ReleaseNumber.of("5.2").orElseThrow();
  private static final String TEN = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";
  private static final String NINE =
      """
      title = nine becomes 9 (Somebody)
      source = a mail
      applies = 5.0..5.3

      Words about it.
      --- a/kernel/a.c
      +++ b/kernel/a.c
      @@ -7,4 +7,5 @@ some function
       seven
       eight
      -nine
      +9
      +and a half
       ten
      """;

  @Test
  void linesComeAndGoAndKnowWhereTheyWereWritten() {
    KernelTree patched = patch(NINE).apply(tree(TEN), RELEASE);
    TreeFile file = patched.file("kernel/a.c").orElseThrow();
    assertThat(file.text()).isEqualTo(TEN.replace("nine", "9\nand a half"));
    assertThat(file.lines().stream().skip(7).map(TreeLine::place))
        .containsExactly("kernel/a.c:8", "my.patch:12", "my.patch:13", "kernel/a.c:10");
  }

  @Test
  void theHeadingSaysWhatItIs() {
    Patch patch = patch("requires = one, two\n" + NINE);
    assertThat(patch.title()).isEqualTo("nine becomes 9 (Somebody)");
    assertThat(patch.source()).isEqualTo("a mail");
    assertThat(patch.applies()).hasToString("5.0..5.3");
    assertThat(patch.requires()).containsExactly("one", "two");
    String bare = NINE.substring(NINE.indexOf("---"));
    assertThat(patch(bare).title()).isEqualTo("my.patch");
    assertThat(patch(bare).applies()).isEqualTo(ReleaseRange.ALL);
  }

  @Test
  void aHunkThatHasMovedFitsAtTheNearestPlace() {
    KernelTree moved = patch(NINE).apply(tree("zero\n" + TEN + TEN), RELEASE);
    assertThat(moved.file("kernel/a.c").orElseThrow().text())
        .isEqualTo("zero\n" + TEN.replace("nine", "9\nand a half") + TEN);
  }

  @Test
  void aHunkThatDoesNotFitIsNamedWithFileAndLine() {
    assertThat(said(NINE, TEN.replace("eight", "acht")))
        .containsExactly(
            "my.patch:8: hunk 1 of kernel/a.c does not apply: expected 'eight' in line 8,"
                + " found 'acht'");
    assertThat(said(NINE, "one\n"))
        .containsExactly(
            "my.patch:8: hunk 1 of kernel/a.c does not apply: expected 'seven' in line 7,"
                + " found the end of the file");
    assertThat(said(NINE.replace("kernel/a.c", "kernel/b.c"), TEN))
        .containsExactly("my.patch:6: this kernel has no file 'kernel/b.c'");
  }

  @Test
  void everyHunkThatDoesNotFitIsNamed() {
    String two = NINE + "@@ -1,1 +1,1 @@\n-eins\n+1\n";
    assertThat(said(two, TEN.replace("nine", "neun"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "5.0..5.3, 4.19, false",
    "5.0..5.3, 5.0, true",
    "5.0..5.3, 5.3.7, true",
    "4.14..6.0 except 5.10.223, 5.10, true",
    "4.14..6.0 except 5.10.223, 5.10.223, false",
    "5.0..5.3, 5.4, false",
    "5.0.., 6.1, true",
    "..5.3, 4.19, true",
    "..5.3, 5.10, false",
    "5.2, 5.2, true",
    "5.2, 5.3, false",
    "5.10.100..5.10.223, 5.10.99, false",
  })
  void aPatchIsForARangeOfReleases(String range, String release, boolean fits) {
    ReleaseNumber number = ReleaseNumber.of(release).orElseThrow();
    assertThat(ReleaseRange.of(range).orElseThrow().contains(number)).isEqualTo(fits);
  }

  @Test
  void outOfItsRangeAPatchIsAnErrorThoughItFits() {
    Patch patch = patch(NINE);
    ReleaseNumber old = ReleaseNumber.of("4.19").orElseThrow();
    TreeException e = catchThrowableOfType(TreeException.class, () -> patch.apply(tree(TEN), old));
    assertThat(e.lines()).containsExactly("my.patch:3: applies to releases 5.0..5.3, not to 4.19");
  }

  @Test
  void filesAreAddedAndRemoved() {
    String both =
        """
        --- /dev/null
        +++ b/lib/new.c
        @@ -0,0 +1,2 @@
        +int a;
        +int b;
        --- a/kernel/a.c
        +++ /dev/null
        @@ -1,2 +0,0 @@
        -x
        -y
        """;
    KernelTree patched = patch(both).apply(tree("x\ny\n"), RELEASE);
    assertThat(patched.files()).extracting(TreeFile::path).containsExactly("lib/new.c");
    assertThat(patched.files().get(0).text()).isEqualTo("int a;\nint b;\n");
    assertThat(said(both.replace("b/lib/new.c", "b/mm/new.c"), "x\ny\n"))
        .containsExactly("my.patch:1: 'mm/new.c' is not in any of the folders [kernel, lib]");
    assertThat(said(both.replace("b/lib/new.c", "b/kernel/a.c"), "x\ny\n"))
        .containsExactly("my.patch:1: this kernel has a file 'kernel/a.c' already");
  }

  @Test
  void whatGitAndDiffAndMailersAddDoesNotDisturb() {
    String mail =
        """
        From: Somebody
        ---
         kernel/a.c | 2 +-
        diff --git a/kernel/a.c b/kernel/a.c
        index 1..2 100644
        --- old/tree/kernel/a.c\t2019-07-16
        +++ new/tree/kernel/a.c\t2019-07-16
        @@ -1,3 +1,3 @@
        -x
        +y

         z
        \\ No newline at end of file
        --\s
        2.20.1
        """;
    assertThat(patch(mail).apply(tree("x\n\nz\n"), RELEASE).files().get(0).text())
        .isEqualTo("y\n\nz\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no diff at all|my.patch:1: expected a unified diff: '--- a/FILE', '+++ b/FILE', '@@ ... @@'",
        "applies = 5.x^--- a/k^+++ b/k^@@ -1 +1 @@^-a^+b|my.patch:1: applies: expected releases such as 5.0..5.3, found 5.x",
        "--- a/k^+++ b/k^nothing|my.patch:3: expected a hunk: '@@ -1,5 +1,6 @@'",
        "--- a/k^+++ b/k^@@ -1,2 +1,2 @@^-a^+b|my.patch:3: the patch ends in the middle of this hunk",
        "--- a/k^+++ b/k^@@ -1,2 +1,2 @@^-a^?b|my.patch:5: expected a line that begins with ' ', '+' or '-'",
        "rename from a|my.patch:1: expected a diff of text files that keep their names",
      })
  void whatIsNoPatchIsSaidWithItsLine(String text, String message) {
    TreeException e =
        catchThrowableOfType(TreeException.class, () -> patch(text.replace('^', '\n')));
    assertThat(e.lines()).containsExactly(message);
  }

  @Test
  void functionsThatDifferAreNamedCommentsDoNotCount() {
    String before =
        "/* a { */\nint f(void)\n{\n\treturn '{';\n}\n\nstatic int g(int (*h)(void))\n{\n}\n"
            + "int t[] = { 1 };\n__interrupt(2) void old(void) { }\n";
    String after =
        "int f(void)\n{\n\t/* words */ return '{';\n}\nstatic int g(int (*h)(void))\n{\n\th();\n}\n"
            + "int t[] = { 2 };\n\nvoid fresh(void)\n{\n}\n";
    KernelDiff diff = KernelDiff.of(tree(before), tree(after));
    assertThat(diff.functions())
        .extracting(it -> it.kind() + " " + it.name() + " " + it.file() + ":" + it.line())
        .containsExactly(
            "changed g kernel/a.c:5", "added fresh kernel/a.c:11", "removed old kernel/a.c:11");
  }

  @Test
  void aDiffIsThePatchFromOneToTheOther() {
    KernelTree a = tree(TEN.repeat(5) + "end\n").with(TreeFile.read("lib/x.c", "x", "x\n"));
    KernelTree b =
        tree("begin\n" + TEN.repeat(3) + "between\n" + TEN.repeat(2))
            .with(TreeFile.read("lib/y.c", "y", "y\ny\n"));
    for (List<KernelTree> pair : List.of(List.of(a, b), List.of(b, a))) {
      List<String> lines = new ArrayList<>();
      KernelDiff.of(pair.get(0), pair.get(1)).files().forEach(it -> lines.addAll(it.lines()));
      KernelTree patched = patch(String.join("\n", lines)).apply(pair.get(0), RELEASE);
      assertThat(patched.files())
          .extracting(TreeFile::text)
          .containsExactlyElementsOf(pair.get(1).files().stream().map(TreeFile::text).toList());
    }
  }

  @Test
  void anArchitectureCompilesNoFileOfAnotherOne() {
    assertThat(tree(TEN).forArchitecture(Optional.empty(), List.of("kernel"))).isEmpty();
    assertThat(tree(TEN).forArchitecture(Optional.of("kernel"), List.of("kernel"))).hasSize(1);
  }

  private static Patch patch(String text) {
    return PatchReader.read("my.patch", text);
  }

  private static KernelTree tree(String text) {
    return new KernelTree(
        List.of("kernel", "lib"), List.of(TreeFile.read("kernel/a.c", "kernel/a.c", text)));
  }

  private static List<String> said(String patch, String text) {
    return catchThrowableOfType(TreeException.class, () -> patch(patch).apply(tree(text), RELEASE))
        .lines();
  }
}
