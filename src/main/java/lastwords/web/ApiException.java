package lastwords.web;

/** What a node says when it does not do what it is asked for, or that none answers. */
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

  /** Would it be of use to ask again, or another node? */
  public boolean unavailable() {
    return status == HttpError.UNAVAILABLE;
  }

  /** Is it a mistake of ours? */
  public boolean mistake() {
    return status == HttpError.OURS;
  }
}
