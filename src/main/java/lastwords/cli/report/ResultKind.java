package lastwords.cli.report;

import lastwords.cli.report.block.Chapter;

/** How the results of a verb become a chapter. */
interface ResultKind {
  /**
   * The chapter.
   *
   * @param id its id; those of its rows begin with it
   * @param overview takes what is known of each case
   */
  Chapter chapter(String id, ResultFile result, Overview overview);
}
