package lastwords.machine;

/** Thrown if a kernel's initcalls do not return. */
public final class BootException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BootException(String message) {
    super(message);
  }
}
