package lastwords.cli.watch;

import java.io.IOException;
import java.util.Optional;
import lastwords.cli.console.Output;
import lastwords.trace.page.RunPage;

/** Plays a run back on the terminal, until the user has seen enough. */
public final class Watch {
  private static final int[] USUAL = {24, 80};
  private static final long MILLI = 1_000_000;
  private static final long LOOK = 2_000 * MILLI; // to check for a change of the terminal's size

  private final Frame frame;
  private final Playback playback;
  private int[] size = Keyboard.size().orElse(USUAL);
  private long looked = System.nanoTime();

  private Watch(RunPage run, boolean colours) {
    this.frame = new Frame(run, colours);
    this.playback = new Playback(run.trace().story().size());
  }

  /**
   * Shows a run on the terminal; does nothing if there is none, or if it has no cursor control or
   * keyboard.
   *
   * @return whether it was shown
   */
  public static boolean show(RunPage run, Output output) throws IOException {
    if (!output.screen() || run.trace().story().isEmpty()) {
      return false;
    }
    Optional<Keyboard> keyboard = Keyboard.open();
    if (keyboard.isEmpty()) {
      return false;
    }
    try (Keyboard keys = keyboard.get();
        Screen screen = new Screen(output.help())) {
      new Watch(run, output.colours()).play(keys, screen);
    }
    return true;
  }

  private void play(Keyboard keys, Screen screen) throws IOException {
    long due = System.nanoTime();
    while (!playback.over() && !Thread.currentThread().isInterrupted()) {
      screen.draw(frame.lines(playback, size[0], size[1]));
      keys.pressed().forEach(playback::key);
      long now = System.nanoTime();
      if (now - due >= playback.pauseMillis() * MILLI) {
        playback.tick();
        due = now;
      }
      look(now);
    }
  }

  private void look(long now) {
    if (now - looked >= LOOK) {
      size = Keyboard.size().orElse(size);
      looked = now;
    }
  }
}
