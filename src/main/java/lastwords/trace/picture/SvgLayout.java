package lastwords.trace.picture;

import java.util.ArrayList;
import java.util.List;

/** The layout in pixels. */
final class SvgLayout {
  static final int MARGIN = 16;
  static final int LINE = 15; // height of a line of text

  private static final int TIME = 118; // width of the column of times
  private static final int GAP = 9; // between rows
  private static final int TEXT = 14; // from a lane to its text
  private static final int KEY = 28; // height of the legend
  private static final double TITLE_CHARACTER = 8;
  private static final double CHARACTER = 6.65; // of 11 pixels in a monospaced font
  private static final int MOST_LINES = 3;
  private static final int FEW_LANES = 4;
  private static final int SOME_LANES = 8;

  private final Scene scene;
  private final int laneWidth;
  private final List<String> title;
  private final List<Integer> tops = new ArrayList<>(); // by row
  private final List<List<String>> texts = new ArrayList<>();
  private final List<List<String>> places = new ArrayList<>();
  private int bottom;

  SvgLayout(Scene scene) {
    this.scene = scene;
    int lanes = scene.cpus().size();
    this.laneWidth = lanes <= 2 ? 380 : lanes <= FEW_LANES ? 300 : lanes <= SOME_LANES ? 230 : 180;
    this.title = Wrapped.lines(scene.title(), (int) (text() / TITLE_CHARACTER), MOST_LINES);
    int top = top();
    for (Scene.Row row : scene.rows()) {
      tops.add(top);
      texts.add(Wrapped.lines(said(row), characters(), MOST_LINES));
      places.add(Wrapped.lines(row.place(), characters(), 2));
      top += (texts.get(texts.size() - 1).size() + places.get(places.size() - 1).size()) * LINE;
      top += GAP;
    }
    this.bottom = top + GAP;
  }

  private static String said(Scene.Row row) {
    return (row.context().equals("task") ? "" : "[" + row.context() + "] ") + row.text();
  }

  private int characters() {
    return (int) ((laneWidth - 2 * TEXT) / CHARACTER);
  }

  int width() {
    return 2 * MARGIN + TIME + Math.max(1, scene.cpus().size()) * laneWidth;
  }

  int height() {
    return key() + MARGIN;
  }

  /** The width available for text. */
  private int text() {
    return width() - 2 * MARGIN;
  }

  List<String> title() {
    return title;
  }

  /** Top of the rows. */
  int top() {
    return headingLine() + GAP + GAP;
  }

  /** Bottom of the rows. */
  int bottom() {
    return bottom;
  }

  int titleLine() {
    return MARGIN + LINE;
  }

  int headingLine() {
    return titleLine() + title.size() * LINE + GAP;
  }

  /** Top of the legend. */
  int key() {
    return bottom + KEY + (scene.leftOut() > 0 ? 2 * LINE : 0);
  }

  int lane(int cpu) {
    return MARGIN + TIME + scene.cpus().indexOf(cpu) * laneWidth + TEXT;
  }

  int textOf(int cpu) {
    return lane(cpu) + TEXT;
  }

  /** Right edge of the times. */
  int times() {
    return MARGIN + TIME - TEXT;
  }

  /** Where a row is on its lane. */
  int middle(int row) {
    return tops.get(row) + LINE / 2 + 1;
  }

  int firstLine(int row) {
    return tops.get(row) + LINE - 4;
  }

  List<String> text(int row) {
    return texts.get(row);
  }

  List<String> place(int row) {
    return places.get(row);
  }

  /** The next row of the same CPU; the end of the picture if there is none. */
  int until(int row) {
    int cpu = scene.rows().get(row).cpu();
    for (int next = row + 1; next < tops.size(); next++) {
      Scene.Row other = scene.rows().get(next);
      if (other.cpu() == cpu && other.doing() != Scene.Doing.AS_BEFORE) {
        return middle(next);
      }
    }
    return bottom;
  }
}
