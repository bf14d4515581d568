package lastwords.web;

/** A request that gets an answer other than 2xx, and why. */
final class HttpError extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int CONFLICT = 409;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_TYPE = 415;
  static final int OURS = 500;
  static final int UNAVAILABLE = 503;

  private final int status;

  HttpError(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static HttpError bad(String message) {
    return new HttpError(BAD_REQUEST, message);
  }

  int status() {
    return status;
  }
}
