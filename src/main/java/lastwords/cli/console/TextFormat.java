package lastwords.cli.console;

import picocli.CommandLine.Option;

/** Formats for a result instead of text, as an argument group: one of these. */
public final class TextFormat {
  @Option(names = "--markdown", description = "prints Markdown, for a mail or a wiki")
  private boolean markdown;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public boolean markdown() {
    return markdown;
  }

  public boolean json() {
    return json;
  }
}
