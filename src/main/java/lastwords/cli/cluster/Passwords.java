package lastwords.cli.cluster;

import java.util.Optional;

/** Passwords, which must not appear on a command line. */
public final class Passwords {
  private Passwords() {}

  /** The password of the keystores named on a command line. */
  public static String ofKeystore() {
    return Optional.ofNullable(System.getenv("LASTWORDS_KEYSTORE_PASSWORD")).orElse("");
  }
}
