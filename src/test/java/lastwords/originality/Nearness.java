package lastwords.originality;

/** How close a function comes to an original. */
enum Nearness {
  OK,
  /** Too short to be judged: there is little choice in how to write it. */
  SHORT,
  NEAR,
  COPIED;

  /** Number of tokens from which a function is judged by share and run. */
  private static final int JUDGED = 30;

  private static final double NEAR_SHARE = 0.30;
  private static final double COPIED_SHARE = 0.45;
  private static final int NEAR_RUN = 32;
  private static final int COPIED_RUN = 40;

  /** A shorter one, from this many tokens on, is near if almost all of it is an original's. */
  private static final int SHORT_FROM = 16;

  private static final double SHORT_SHARE = 0.80;

  /**
   * For a function of this many tokens.
   *
   * @param share of them that windows of originals cover, from 0 to 1
   * @param run tokens of the longest covered stretch
   */
  static Nearness of(int tokens, double share, int run) {
    if (tokens < JUDGED) {
      return tokens >= SHORT_FROM && share >= SHORT_SHARE ? NEAR : SHORT;
    }
    if (share >= COPIED_SHARE || run >= COPIED_RUN) {
      return COPIED;
    }
    return share >= NEAR_SHARE || run >= NEAR_RUN ? NEAR : OK;
  }
}
