package lastwords.cli.report.block;

import java.util.List;

/**
 * A part of a report with a heading.
 *
 * @param id the target of links to it
 */
public record Chapter(String id, String title, List<Block> blocks) {
  public Chapter {
    blocks = List.copyOf(blocks);
  }
}
