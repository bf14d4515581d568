package lastwords.cli.report;

import lastwords.cli.report.block.Chapter;

/** Turns the results of a verb into a chapter. */
interface ResultKind {
  /**
   * The chapter.
   *
   * @param id its id; those of its rows begin with it
   * @param overview receives the outcomes of each case
   */
  Chapter chapter(String id, ResultFile result, Overview overview);
}
