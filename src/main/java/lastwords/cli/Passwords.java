package lastwords.cli;

import java.util.Optional;

/** Passwords, which no command line should show to others. */
final class Passwords {
  private Passwords() {}

  /** Of the keystores that a command line names. */
  static String ofKeystore() {
    return Optional.ofNullable(System.getenv("LASTWORDS_KEYSTORE_PASSWORD")).orElse("");
  }
}
