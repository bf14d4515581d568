package lastwords.cli.console;

import picocli.CommandLine.Option;

/** What a result is printed as instead of text: one of these, as an argument group. */
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
