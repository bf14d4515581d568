package lastwords.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lastwords.scenario.hocon.ScenarioException;

/** A home folder with a kernel of a few lines, two machines and a patch. */
public final class Home {
  private final Path folder;

  public Home(Path folder) {
    this.folder = folder;
    file(
        "config/machines/x86_64.conf",
        """
        title = "a server"
        arch = x86_64
        cpus = 4
        nmi = yes
        pstore = ramoops
        uart.0 { name = ttyS0, type = 8250, baud = 115200 }
        """);
    file(
        "config/machines/arm64.conf",
        """
        title = "a board"
        arch = arm64
        cpus = 4
        nmi = no
        uart.0 { name = ttyAMA0, type = pl011, baud = 9600 }
        """);
    file(
        "config/kernels/tiny.conf",
        """
        title = "two lines"
        version = "0.1"
        sources = [ "tiny.c" ]
        config { CONFIG_SMALL = 1 }
        """);
    file(
        "config/kernels/louder.conf",
        """
        title = "a patch"
        patch = true
        sources = [ "louder.c" ]
        settings { volume = 3 }
        """);
    file(
        "config/kernels/elsewhere.conf",
        """
        title = "for one architecture"
        version = "0.2"
        include-from = tiny
        arch.arm64.sources = [ "elsewhere.c" ]
        arch.arm64.config { CONFIG_ARM64 = 1 }
        """);
    file(
        "src/main/kernel/tiny.c",
        """
        int volume = 1; bool quiet; raw_spinlock_t lock; struct pair { int a; int b; } pair;
        void idle(void) { for (;;) halt(); } void say(int n) { volume = n; }
        void __interrupt(0xf8) reboot_interrupt(void) { }
        #ifdef CONFIG_BIG
        int big;
        #endif
        """);
    file("src/main/kernel/louder.c", "void say(int n) { volume = n + 1; }\n");
    file("src/main/kernel/elsewhere.c", "int elsewhere;\n");
  }

  public Path file(String name, String text) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalog catalog() {
    return Catalog.at(folder);
  }

  /** The scenario with this text, in config/scenarios/s.conf. */
  Scenario scenario(String text) {
    file("config/scenarios/s.conf", text);
    return catalog().scenario("s");
  }

  /** A valid scenario with these additional lines. */
  public Scenario with(String lines) {
    return scenario(
        "title = t\nkernel = tiny\nmachine = ${machines.x86_64} { cpus = 2 }\n" + lines);
  }

  /** The messages about a file that is wrong. */
  static List<String> said(Runnable reading) {
    try {
      reading.run();
    } catch (ScenarioException e) {
      return e.lines();
    }
    return List.of();
  }
}
