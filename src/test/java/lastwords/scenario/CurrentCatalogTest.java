package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lastwords.kernelc.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a long-running program sees files that are being edited. */
final class CurrentCatalogTest {
  @TempDir private Path folder;
  private Home home;
  private CurrentCatalog current;

  @BeforeEach
  void begin() {
    home = new Home(folder);
    current = new CurrentCatalog(Catalog.at(folder));
  }

  private String louder() {
    return current.get().kernel("tiny+louder").sources("x86_64").stream()
        .filter(it -> it.path().endsWith("louder.c"))
        .map(SourceFile::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCatalogIsKeptAsLongAsNoFileChanges() {
    Catalog first = current.get();
    assertThat(louder()).contains("n + 1");
    assertThat(current.get()).isSameAs(first);
  }

  @Test
  void anEditedSourceIsSeen() {
    assertThat(louder()).contains("n + 1");
    home.file("src/main/kernel/louder.c", "void say(int n) { volume = n + 100; }\n");
    assertThat(louder()).contains("n + 100");
  }

  @Test
  void aNewMachineAndAnEditedManifestAreSeen() {
    assertThat(current.get().machines()).doesNotContainKey("riscv");
    home.file("config/machines/riscv.conf", "title = \"new\", arch = riscv, cpus = 2, nmi = no\n");
    assertThat(current.get().machines()).containsEntry("riscv", "new");
    assertThat(current.get().kernels()).containsEntry("tiny", "two lines");
    home.file("config/kernels/tiny.conf", "title = other, version = \"0.1\", sources = [tiny.c]\n");
    assertThat(current.get().kernels()).containsEntry("tiny", "other");
  }
}
