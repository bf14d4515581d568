package lastwords.cli.cluster;

import java.util.Optional;

/** Passwords, which no command line should show to others. */
public final class Passwords {
  private Passwords() {}

  /** Of the keystores that a command line names. */
  public static String ofKeystore() {
    return Optional.ofNullable(System.getenv("LASTWORDS_KEYSTORE_PASSWORD")).orElse("");
  }
}
