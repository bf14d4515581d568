package lastwords.originality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.release.TreeFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No function of the emulated kernel, of a scenario, a document or a test is the Linux kernel's.
 *
 * <p>What the guard finds has to be rewritten from facts, in its own construction: other stages,
 * other data, another flow of control. Where an interface leaves no choice, {@code excused.txt}
 * says so, one line each: file, function, colon, reason.
 */
class OriginalityTest {
  private static final List<String> FOLDERS =
      List.of("src/main/kernel", "config", "src/docs", "src/test");
  private static final Path EXCUSES = Path.of("src/test/resources/originality/excused.txt");
  private static final int MOST_EXCUSES = 10;

  private static List<Finding> findings;

  @BeforeAll
  static void judgeAll() throws IOException {
    Fingerprints fingerprints = Fingerprints.ofKernel();
    findings = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (CText text : CText.under(Path.of(folder))) {
        findings.addAll(Finding.in(text, fingerprints));
      }
    }
    for (CText text : composed()) {
      findings.addAll(Finding.in(text, fingerprints));
    }
  }

  /** The files of each release, and those that each patch changes, as compiled. */
  private static Set<CText> composed() {
    Catalog catalog = Catalog.standard();
    Set<CText> texts = new LinkedHashSet<>();
    for (String release : catalog.kernels().keySet()) {
      addTree(catalog.kernel(release), texts);
      for (String patch : catalog.patches().keySet()) {
        try {
          addTree(catalog.kernel(release + "+" + patch), texts);
        } catch (ScenarioException e) {
          assertThat(e.lines().get(0)).contains("applies to releases");
        }
      }
    }
    return texts;
  }

  private static void addTree(Kernel kernel, Set<CText> texts) {
    for (TreeFile file : kernel.tree().map(KernelTree::files).orElse(List.of())) {
      texts.add(new CText(Path.of("src/main/kernel", file.path()), file.text()));
    }
  }

  @Test
  void whatPatchesMakeOfAKernelIsLookedAt() {
    assertThat(findings)
        .extracting(Finding::key)
        .contains("src/main/kernel/kernel/printk/printk_safe.c printk_bust_lock_safe");
  }

  @Test
  void everyFileIsLookedAt() {
    assertThat(findings).hasSizeGreaterThan(800);
    assertThat(findings).extracting(Finding::key).contains("src/main/kernel/kernel/panic.c panic");
  }

  @Test
  void noFunctionIsCopied() throws IOException {
    assertThat(withNearness(Nearness.COPIED)).isEmpty();
  }

  @Test
  void noFunctionIsNearWithoutAReason() throws IOException {
    Map<String, String> excuses = excuses();
    assertThat(withNearness(Nearness.NEAR))
        .filteredOn(finding -> !excuses.containsKey(finding.key()))
        .isEmpty();
  }

  @Test
  void excusesAreFewHaveReasonsAndAreNeeded() throws IOException {
    Map<String, String> excuses = excuses();
    assertThat(excuses).hasSizeLessThanOrEqualTo(MOST_EXCUSES);
    assertThat(excuses.values()).allMatch(reason -> reason.length() > 20);
    assertThat(withNearness(Nearness.NEAR)).extracting(Finding::key).containsAll(excuses.keySet());
  }

  private static List<Finding> withNearness(Nearness wanted) {
    return findings.stream().filter(finding -> finding.nearness() == wanted).toList();
  }

  /** Lines "file function: reason". */
  private static Map<String, String> excuses() throws IOException {
    return Files.readAllLines(EXCUSES, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(":\\s*", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }
}
