package lastwords.cli.sampling;

import java.util.List;
import java.util.Locale;

/**
 * A sensitivity as a picture: a panel for each CPU with each outcome's share over the moment and
 * its 95 % interval; a legend below.
 */
final class SensitivitySvg {
  private static final int WIDTH = 960;
  private static final int LEFT = 70;
  private static final int RIGHT = 30;
  private static final int TOP = 60;
  private static final int PANEL = 240;
  private static final int GAP = 70;
  private static final int LINE = 22;
  private static final int TICKS = 5;

  /** Colours for all kinds of colour vision (Okabe and Ito). */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8a8a00");

  private final String title;
  private final String over;
  private final Sensitivity result;
  private final StringBuilder svg = new StringBuilder();
  private final long first;
  private final long last;

  SensitivitySvg(String title, String over, Sensitivity result) {
    this.title = title;
    this.over = over;
    this.result = result;
    this.first = result.points().stream().mapToLong(Sensitivity.Point::nanos).min().orElse(0);
    this.last = result.points().stream().mapToLong(Sensitivity.Point::nanos).max().orElse(0);
  }

  String draw() {
    int panels = result.cpus().size();
    int height = TOP + panels * (PANEL + GAP) + result.outcomes().size() * LINE + LINE;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"13\">%n",
            WIDTH,
            height));
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    text(LEFT, 28, "start", title, "font-weight=\"bold\" font-size=\"15\"");
    for (int i = 0; i < panels; i++) {
      panel(result.cpus().get(i), TOP + i * (PANEL + GAP));
    }
    legend(TOP + panels * (PANEL + GAP));
    return svg.append("</svg>\n").toString();
  }

  private void panel(int cpu, int top) {
    text(LEFT, top - 8, "start", over + " on cpu" + cpu, "");
    for (int i = 0; i <= TICKS; i++) {
      double share = (double) i / TICKS;
      double y = y(share, top);
      add("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", LEFT, y, WIDTH - RIGHT);
      text(LEFT - 8, y + 4, "end", Math.round(100 * share) + " %", "");
      long nanos = first + (last - first) * i / TICKS;
      text(x(nanos), top + PANEL + 18, "middle", SensitivityText.millis(nanos), "");
    }
    text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        top + PANEL + 36,
        "middle",
        "moment of the " + over + ", ms",
        "");
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>",
        LEFT, top, WIDTH - LEFT - RIGHT, PANEL);
    List<Sensitivity.Point> points = result.of(cpu);
    for (int i = 0; i < result.outcomes().size(); i++) {
      band(points, i, top);
    }
    for (int i = 0; i < result.outcomes().size(); i++) {
      curve(points, i, top);
    }
  }

  private void band(List<Sensitivity.Point> points, int outcome, int top) {
    StringBuilder path = new StringBuilder();
    for (Sensitivity.Point point : points) {
      path.append(at(path.isEmpty() ? 'M' : 'L', point, point.interval(outcome).high(), top));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      path.append(at('L', points.get(i), points.get(i).interval(outcome).low(), top));
    }
    add("<path d=\"%sZ\" fill=\"%s\" fill-opacity=\"0.15\"/>", path, colour(outcome));
  }

  private void curve(List<Sensitivity.Point> points, int outcome, int top) {
    StringBuilder path = new StringBuilder();
    for (Sensitivity.Point point : points) {
      path.append(at(path.isEmpty() ? 'M' : 'L', point, point.share(outcome), top));
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>",
          x(point.nanos()), y(point.share(outcome), top), colour(outcome));
    }
    add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour(outcome));
  }

  private String at(char verb, Sensitivity.Point point, double share, int top) {
    return String.format(Locale.ROOT, "%c%.1f %.1f", verb, x(point.nanos()), y(share, top));
  }

  private double x(long nanos) {
    double part = last == first ? 0.5 : (double) (nanos - first) / (last - first);
    return LEFT + part * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double share, int top) {
    return top + PANEL * (1 - share);
  }

  private void legend(int top) {
    for (int i = 0; i < result.outcomes().size(); i++) {
      int y = top + i * LINE;
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"14\" fill=\"%s\"/>",
          LEFT, y - 12, colour(i));
      text(LEFT + 22, y, "start", result.outcomes().get(i), "");
    }
  }

  private static String colour(int outcome) {
    return COLOURS.get(outcome % COLOURS.size());
  }

  private void add(String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  private void text(double x, double y, String anchor, String words, String more) {
    String plain = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
            x,
            y,
            anchor,
            more,
            plain));
  }
}
