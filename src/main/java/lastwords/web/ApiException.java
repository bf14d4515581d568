package lastwords.web;

/** A node rejected a request, or no node answered. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status the HTTP status
   */
  public ApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** Could it help to ask again, or another node? */
  public boolean unavailable() {
    return status == HttpError.UNAVAILABLE;
  }

  /** Is it an internal error? */
  public boolean mistake() {
    return status == HttpError.OURS;
  }
}
