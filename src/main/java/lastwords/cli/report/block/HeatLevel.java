package lastwords.cli.report.block;

/** The appearance of a heat map's cell. */
public interface HeatLevel {
  /** Says the same as the colour. */
  String letter();

  /** The name of its colour. */
  String word();

  /** Its meaning. */
  String meaning();
}
