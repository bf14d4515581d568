package lastwords.trace.picture;

import java.io.IOException;
import java.util.List;

/** A scene as a Mermaid sequence diagram, which documents and mails can contain as text. */
public final class MermaidText {
  private static final int WIDTH = 44; // of a note, in characters
  private static final int MOST_LINES = 3;
  private static final int MOST_HEADING_LINES = 8;

  private final Scene scene;
  private final Appendable out;

  private MermaidText(Scene scene, Appendable out) {
    this.scene = scene;
    this.out = out;
  }

  /** Writes the diagram. */
  public static void write(Scene scene, Appendable out) throws IOException {
    new MermaidText(scene, out).diagram();
  }

  private void diagram() throws IOException {
    out.append("sequenceDiagram\n");
    line("accTitle: " + escaped(scene.title()));
    for (int cpu : scene.cpus()) {
      line("participant " + name(cpu));
    }
    heading();
    for (int row = 0; row < scene.rows().size(); row++) {
      row(row);
    }
    if (scene.leftOut() > 0) {
      line("%% " + scene.leftOut() + " more moments are left out");
    }
  }

  /**
   * A title would be cut off at the diagram's edge; a note over all lanes is as wide as necessary.
   */
  private void heading() throws IOException {
    List<Integer> cpus = scene.cpus();
    if (cpus.isEmpty()) {
      return;
    }
    String first = name(cpus.get(0));
    String last = name(cpus.get(cpus.size() - 1));
    List<String> lines = Wrapped.lines(scene.title(), WIDTH, MOST_HEADING_LINES);
    String text = String.join("<br/>", lines.stream().map(MermaidText::escaped).toList());
    line("Note over " + (first.equals(last) ? first : first + "," + last) + ": " + text);
  }

  private void row(int number) throws IOException {
    Scene.Row row = scene.rows().get(number);
    List<Scene.Arrow> arrows =
        scene.arrows().stream().filter(it -> it.fromRow() == number).toList();
    for (Scene.Arrow arrow : arrows) {
      line(name(arrow.from()) + sign(arrow) + name(arrow.to()) + ": " + escaped(words(arrow, row)));
    }
    if (arrows.isEmpty()) {
      String context = row.context().equals("task") ? "" : "[" + row.context() + "] ";
      line("Note over " + name(row.cpu()) + ": " + note(row.when(), context + row.text(), row));
    }
  }

  private static String sign(Scene.Arrow arrow) {
    return switch (arrow.fate()) {
      case TAKEN -> "->>";
      case LOST -> "-x";
      case PENDING -> "--)";
    };
  }

  private static String words(Scene.Arrow arrow, Scene.Row row) {
    String fate =
        switch (arrow.fate()) {
          case TAKEN -> "";
          case LOST -> ", lost";
          case PENDING -> ", never taken";
        };
    return row.when() + "  " + arrow.what() + "()" + fate;
  }

  private static String note(String when, String text, Scene.Row row) {
    StringBuilder note = new StringBuilder(escaped(when));
    Wrapped.lines(text, WIDTH, MOST_LINES).forEach(it -> note.append("<br/>").append(escaped(it)));
    if (!row.place().isEmpty()) {
      note.append("<br/>").append(escaped(row.place()));
    }
    return note.toString();
  }

  private static String name(int cpu) {
    return cpu < 0 ? "machine" : "cpu" + cpu;
  }

  /**
   * Replaces characters that are special in Mermaid, or in the HTML that it generates, by numeric
   * entities.
   */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if ("#;<>&%\"{}".indexOf(c) >= 0) {
                escaped.append('#').append(c).append(';');
              } else {
                escaped.appendCodePoint(c < ' ' ? ' ' : c);
              }
            });
    return escaped.toString();
  }

  private void line(String text) throws IOException {
    out.append("    ").append(text).append('\n');
  }
}
