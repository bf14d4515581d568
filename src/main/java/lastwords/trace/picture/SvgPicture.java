package lastwords.trace.picture;

import java.io.IOException;
import java.util.Locale;
import lastwords.trace.story.InterruptPaths.Fate;
import lastwords.trace.story.Kind;

/**
 * A scene as self-contained SVG: no script, and no external fonts or styles. Colours follow the
 * reader's light or dark scheme.
 */
public final class SvgPicture {
  private static final String STYLE =
      """
      <style>
        svg { background: #ffffff; color: #1b1f24; --faint: #5b636c; --line: #c4cad1; --task: #9db7d6;
          --irq: #e0922f; --nmi: #c43c35; --wait: #f0d36b; --lost: #c43c35; --arrow: #2563b8; --bad: #b3261e; }
        @media (prefers-color-scheme: dark) {
          svg { background: #14181d; color: #e6e9ec; --faint: #9aa4ae; --line: #3d454e; --task: #476a92;
            --irq: #b8741f; --nmi: #d0504a; --wait: #8d7826; --lost: #f0756e; --arrow: #78aef0; --bad: #f5857e; }
        }
        text { font: 11px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: currentColor;
          white-space: pre; }
        .title { font-size: 13px; font-weight: bold; }
        .cpu { font-weight: bold; }
        .when, .place { fill: var(--faint); }
        .when { text-anchor: end; }
        .panic, .end, .fault { font-weight: bold; fill: var(--bad); }
        .lane { stroke: var(--line); }
        .task { fill: var(--task); } .softirq, .irq { fill: var(--irq); } .nmi { fill: var(--nmi); }
        .wait { fill: var(--wait); }
        .dot { fill: currentColor; }
        .arrow { stroke: var(--arrow); fill: none; stroke-width: 1.5; }
        .head { fill: var(--arrow); }
        .lost { stroke: var(--lost); fill: none; stroke-width: 1.5; stroke-dasharray: 5 3; }
        .cross { stroke: var(--lost); fill: none; stroke-width: 2; }
        .words { paint-order: stroke; stroke-width: 4px; stroke-linejoin: round; stroke: #ffffff; }
        @media (prefers-color-scheme: dark) { .words { stroke: #14181d; } }
      </style>
      """;
  private static final String[][] KEY = {
    {"task", "runs"}, {"irq", "in irq"}, {"nmi", "in NMI"}, {"wait", "waits"}
  };
  private static final int KEY_WIDTH = 80;
  private static final int BAR = 8; // width of a CPU's bar on its lane
  private static final int DOT = 3;
  private static final int HEAD = 7;

  private final Scene scene;
  private final SvgLayout layout;
  private final Appendable out;

  private SvgPicture(Scene scene, Appendable out) {
    this.scene = scene;
    this.layout = new SvgLayout(scene);
    this.out = out;
  }

  /** Writes the picture. */
  public static void write(Scene scene, Appendable out) throws IOException {
    new SvgPicture(scene, out).picture();
  }

  private void picture() throws IOException {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " height=\"%d\">",
        layout.width(), layout.height(), layout.width(), layout.height());
    line("<title>%s</title>", escaped(scene.title()));
    out.append(STYLE);
    for (int i = 0; i < layout.title().size(); i++) {
      int y = layout.titleLine() + i * SvgLayout.LINE;
      text("title", SvgLayout.MARGIN, y, layout.title().get(i));
    }
    lanes();
    bars();
    for (Scene.Arrow arrow : scene.arrows()) {
      arrow(arrow);
    }
    for (int row = 0; row < scene.rows().size(); row++) {
      row(row);
    }
    if (scene.leftOut() > 0) {
      String more = scene.leftOut() + " more moments have no room here";
      text("place", SvgLayout.MARGIN, layout.bottom() + SvgLayout.LINE, more);
    }
    key();
    line("</svg>");
  }

  /** The legend of colours. */
  private void key() throws IOException {
    int x = SvgLayout.MARGIN;
    int y = layout.key();
    for (String[] meaning : KEY) {
      line(
          "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"8\" height=\"12\"/>",
          meaning[0], x, y - 10);
      text("place", x + 14, y, meaning[1]);
      x += KEY_WIDTH;
    }
    line("<line class=\"lost\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", x, y - 4, x + 24, y - 4);
    text("place", x + 30, y, "interrupt that is lost (cross) or never taken (circle)");
  }

  private void lanes() throws IOException {
    for (int cpu : scene.cpus()) {
      int x = layout.lane(cpu);
      text("cpu", x - BAR / 2, layout.headingLine(), cpu < 0 ? "machine" : "cpu" + cpu);
      line(
          "<line class=\"lane\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
          x, layout.top() - SvgLayout.LINE / 2, x, layout.bottom());
    }
  }

  /** What context a CPU is in between its rows, and whether it waits. */
  private void bars() throws IOException {
    for (int row = 0; row < scene.rows().size(); row++) {
      Scene.Row told = scene.rows().get(row);
      int y = layout.middle(row);
      boolean last = layout.until(row) == layout.bottom();
      boolean waits = told.doing() == Scene.Doing.WAIT;
      if (told.cpu() >= 0 && told.doing() != Scene.Doing.AS_BEFORE && (waits || !last)) {
        line(
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
            told.doing().word(), layout.lane(told.cpu()) - BAR / 2, y, BAR, layout.until(row) - y);
      }
    }
  }

  private void row(int row) throws IOException {
    Scene.Row told = scene.rows().get(row);
    int y = layout.firstLine(row);
    text("when", layout.times(), y, told.when());
    line(
        "<circle class=\"dot\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>",
        layout.lane(told.cpu()), layout.middle(row), DOT);
    for (String words : layout.text(row)) {
      text("words " + style(told.kind()), layout.textOf(told.cpu()), y, words);
      y += SvgLayout.LINE;
    }
    for (String place : layout.place(row)) {
      text("words place", layout.textOf(told.cpu()), y, place);
      y += SvgLayout.LINE;
    }
  }

  private static String style(Kind kind) {
    return switch (kind) {
      case PANIC, END, FAULT -> kind.word();
      default -> "plain";
    };
  }

  private void arrow(Scene.Arrow arrow) throws IOException {
    int y = layout.middle(arrow.fromRow());
    int end = arrow.toRow() < 0 ? y + SvgLayout.LINE : layout.middle(arrow.toRow());
    int from = layout.lane(arrow.from());
    boolean right = layout.lane(arrow.to()) > from;
    int to = layout.lane(arrow.to()) + (right ? -BAR / 2 - 1 : BAR / 2 + 1);
    String what = arrow.fate() == Fate.TAKEN ? "arrow" : "lost";
    line(
        "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"><title>%s</title></line>",
        what, from, y, to, end, escaped(arrow.what() + ": " + fate(arrow.fate())));
    switch (arrow.fate()) {
      case TAKEN -> head(to, end, right);
      case LOST ->
          line(
              "<path class=\"cross\" d=\"M%d %dl8 8m0 -8l-8 8\"/>",
              to - 4 + (right ? -4 : 4), end - 4);
      case PENDING ->
          line("<circle class=\"cross\" cx=\"%d\" cy=\"%d\" r=\"4\"/>", to + (right ? -4 : 4), end);
    }
  }

  private void head(int x, int y, boolean right) throws IOException {
    int back = right ? -HEAD : HEAD;
    line("<path class=\"head\" d=\"M%d %dl%d -4v8z\"/>", x, y, back);
  }

  private static String fate(Fate fate) {
    return switch (fate) {
      case TAKEN -> "taken";
      case LOST -> "lost";
      case PENDING -> "never taken";
    };
  }

  private void text(String style, int x, int y, String text) throws IOException {
    line("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", style, x, y, escaped(text));
  }

  private void line(String format, Object... values) throws IOException {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** Characters that XML does not allow are left out. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().filter(SvgPicture::isOfXml).forEach(c -> append(out, c));
    return out.toString();
  }

  private static boolean isOfXml(int c) {
    return c >= ' ' && c < 0xd800 || c >= 0xe000 && c != 0xfffe && c != 0xffff || c == '\t';
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      default -> out.appendCodePoint(c);
    }
  }
}
