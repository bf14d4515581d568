package lastwords.kernelc.source;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/**
 * A token after preprocessing: its text, and the place where it takes effect (for a macro's token,
 * where the macro is used).
 */
public final class SourceToken implements Token {
  private final int type;
  private final String text;
  private final Spot spot;
  private final boolean spaced;
  private final boolean fromMacro;
  private final Hidden hidden;
  private final int index; // among those that a parser is given; -1 before

  private SourceToken(
      int type, String text, Spot spot, boolean spaced, boolean fromMacro, Hidden hidden) {
    this(type, text, spot, spaced, fromMacro, hidden, -1);
  }

  private SourceToken(
      int type,
      String text,
      Spot spot,
      boolean spaced,
      boolean fromMacro,
      Hidden hidden,
      int index) {
    this.type = type;
    this.text = text;
    this.spot = spot;
    this.spaced = spaced;
    this.fromMacro = fromMacro;
    this.hidden = hidden;
    this.index = index;
  }

  /** A token of the source text; {@code spaced} if white space precedes it. */
  public static SourceToken of(int type, String text, Spot spot, boolean spaced) {
    return new SourceToken(type, text, spot, spaced, false, Hidden.NONE);
  }

  public SourceToken withType(int newType) {
    return new SourceToken(newType, text, spot, spaced, fromMacro, hidden);
  }

  public SourceToken withText(int newType, String newText) {
    return new SourceToken(newType, newText, spot, spaced, fromMacro, hidden);
  }

  /** The token as part of the expansion of a macro used at that place. */
  public SourceToken usedAt(Spot use, boolean spacedThere) {
    return new SourceToken(type, text, use, spacedThere, true, hidden);
  }

  public SourceToken hiding(Hidden more) {
    return new SourceToken(type, text, spot, spaced, fromMacro, hidden.and(more));
  }

  /** Macros that this token no longer names, since it came out of their expansion. */
  public Hidden hidden() {
    return hidden;
  }

  public Spot spot() {
    return spot;
  }

  public boolean spaced() {
    return spaced;
  }

  public boolean fromMacro() {
    return fromMacro;
  }

  public boolean is(String word) {
    return text.equals(word);
  }

  public boolean isWord() {
    char first = text.charAt(0);
    return Character.isLetter(first) || first == '_';
  }

  public SourceToken at(int position) {
    return new SourceToken(type, text, spot, spaced, fromMacro, hidden, position);
  }

  @Override
  public String getText() {
    return text;
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getLine() {
    return spot.line();
  }

  @Override
  public int getCharPositionInLine() {
    return spot.column() - 1;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getStartIndex() {
    return -1;
  }

  @Override
  public int getStopIndex() {
    return -1;
  }

  @Override
  public TokenSource getTokenSource() {
    return null; // the parser asks only if it makes tokens up, which ours does not
  }

  @Override
  public CharStream getInputStream() {
    return null;
  }

  @Override
  public String toString() {
    return text;
  }
}
