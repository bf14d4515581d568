package lastwords.scenario.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a program keeps what it has compiled, and when that belongs to another program. */
final class ProgramFileTest {
  @TempDir private Path folder;

  private Path jar(String path, String content) throws IOException {
    Path jar = folder.resolve(path);
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("Compiler.class"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static ProgramFile of(Path program) {
    return ProgramFile.of(program, Optional.empty());
  }

  @Test
  void whatTheBuildMadeIsGoneWithTheBuild() throws IOException {
    Path jar = jar("tree/target/a.jar", "a");
    Files.createFile(folder.resolve("tree/pom.xml"));
    assertThat(of(jar).images(Map.of("XDG_CACHE_HOME", "/cache"), folder))
        .contains(folder.resolve("tree/target/images"));
  }

  @Test
  void anInstalledProgramUsesTheFolderForCaches() throws IOException {
    ProgramFile program = of(jar("opt/target/a.jar", "a"));
    assertThat(program.images(Map.of("XDG_CACHE_HOME", "/cache"), folder))
        .contains(Path.of("/cache/lastwords/images"));
    Path standard = folder.resolve(".cache/lastwords/images");
    assertThat(program.images(Map.of(), folder)).contains(standard);
    assertThat(program.images(Map.of("XDG_CACHE_HOME", "here"), folder)).contains(standard);
  }

  @Test
  void aFolderOfClassesKeepsNothing() {
    assertThat(of(folder).images(Map.of(), folder)).isEmpty();
    assertThat(of(folder.resolve("none.jar")).images(Map.of(), folder)).isEmpty();
  }

  /** As in the tests of one build, which run from its classes. */
  @Test
  void aFolderOfClassesKeepsImagesWhereItIsTold() throws IOException {
    Optional<Path> named = Optional.of(folder.resolve("images"));
    Path compiler = Files.createDirectories(folder.resolve("classes/lastwords/kernelc/code"));
    Path type = Files.writeString(compiler.resolve("Compiler.class"), "one compiler");
    ProgramFile program = ProgramFile.of(folder.resolve("classes"), named);
    assertThat(program.images(Map.of(), folder)).isEqualTo(named);
    assertThat(ProgramFile.of(folder.resolve("classes"), named).identity())
        .isEqualTo(program.identity());
    Files.writeString(type, "two compiler");
    assertThat(ProgramFile.of(folder.resolve("classes"), named).identity())
        .isNotEqualTo(program.identity());
  }

  @Test
  void anotherBuildIsAnotherProgram() throws IOException {
    byte[] first = of(jar("a.jar", "one compiler")).identity();
    assertThat(of(jar("copy.jar", "one compiler")).identity()).isEqualTo(first);
    assertThat(of(jar("a.jar", "two compiler")).identity()).isNotEqualTo(first);
  }
}
