package lastwords.cli.report.block;

/** How a cell of a heat map looks. */
public interface HeatLevel {
  /** Says the same as the colour. */
  String letter();

  /** The name of its colour. */
  String word();

  /** What it stands for. */
  String meaning();
}
