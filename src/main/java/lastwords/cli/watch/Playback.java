package lastwords.cli.watch;

/**
 * The position of a playback. It advances by itself, one event every {@link #pauseMillis()}, until
 * it is paused or stepped by hand.
 */
final class Playback {
  private static final int SLOWEST = 3_200;
  private static final int FASTEST = 50;
  private static final int USUAL = 400;

  private final int events;
  private int event;
  private int pause = USUAL;
  private boolean playing = true;
  private boolean over;

  Playback(int events) {
    this.events = events;
  }

  /** Handles a key; unknown keys do nothing. */
  void key(Key key) {
    switch (key) {
      case QUIT -> over = true;
      case PLAY -> play();
      case ON -> byHand(event + 1);
      case BACK -> byHand(event - 1);
      case FIRST -> byHand(0);
      case LAST -> byHand(events - 1);
      case FASTER -> pause = Math.max(FASTEST, pause / 2);
      case SLOWER -> pause = Math.min(SLOWEST, pause * 2);
      case OTHER -> {
        // not one of our keys
      }
    }
  }

  private void play() {
    if (!playing && atEnd()) {
      event = 0;
    }
    playing = !playing;
  }

  private void byHand(int to) {
    playing = false;
    event = Math.max(0, Math.min(events - 1, to));
  }

  /** The time for an event has passed. */
  void tick() {
    if (playing) {
      event = Math.min(events - 1, event + 1);
      playing = !atEnd();
    }
  }

  private boolean atEnd() {
    return event == events - 1;
  }

  int event() {
    return event;
  }

  int events() {
    return events;
  }

  boolean playing() {
    return playing;
  }

  boolean over() {
    return over;
  }

  int pauseMillis() {
    return pause;
  }
}
