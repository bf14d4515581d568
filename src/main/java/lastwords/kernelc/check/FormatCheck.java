package lastwords.kernelc.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.Type;

/** Checks a constant printf format against the arguments that follow it. */
public final class FormatCheck {
  private static final Pattern CONVERSION =
      Pattern.compile(
          "%(?<flags>[-+ #0]*)(?<width>\\*|[0-9]*)(?<precision>\\.(\\*|[0-9]*))?"
              + "(?<size>hh|h|ll|l|z|t)?(?<letter>.?)",
          Pattern.DOTALL);

  private FormatCheck() {}

  /** Checks a call of a variadic function whose last named parameter is a text. */
  public static void check(FunctionType type, List<Expr> arguments) {
    int last = type.parameters().size() - 1;
    boolean format = type.variadic() && last >= 0 && isText(type.parameters().get(last));
    if (format && arguments.get(last) instanceof Expr.Text text) {
      compare(text, arguments.subList(last + 1, arguments.size()));
    } else if (format
        && arguments.get(last) instanceof Expr.Convert convert
        && convert.operand() instanceof Expr.Text text) {
      compare(text, arguments.subList(last + 1, arguments.size()));
    }
  }

  private static boolean isText(Type type) {
    return type.pointer().filter(PointerType::isToText).isPresent();
  }

  /** The argument that a conversion needs. */
  private enum Wanted {
    NUMBER,
    TEXT,
    POINTER,
    POINTER_OR_NUMBER
  }

  private record Conversion(String text, Wanted wanted) {}

  private static void compare(Expr.Text format, List<Expr> arguments) {
    List<Conversion> conversions = conversions(format);
    if (conversions.size() != arguments.size()) {
      throw new SourceError(
          format.spot(),
          "the format needs "
              + Wording.count(conversions.size(), "argument")
              + ", not "
              + arguments.size());
    }
    for (int i = 0; i < conversions.size(); i++) {
      compare(conversions.get(i), arguments.get(i));
    }
  }

  private static List<Conversion> conversions(Expr.Text format) {
    List<Conversion> conversions = new ArrayList<>();
    Matcher matcher = CONVERSION.matcher(format.text());
    int from = 0;
    while (matcher.find(from)) {
      from = matcher.end();
      from += add(conversions, matcher, format);
    }
    return conversions;
  }

  /**
   * Adds the arguments that a conversion needs; returns how many further characters belong to it.
   */
  private static int add(List<Conversion> conversions, Matcher matcher, Expr.Text format) {
    String text = matcher.group();
    String letter = matcher.group("letter");
    if (letter.equals("%")) {
      return 0;
    }
    if (matcher.group("width").equals("*")) {
      conversions.add(new Conversion(text, Wanted.NUMBER));
    }
    if (".*".equals(matcher.group("precision"))) {
      conversions.add(new Conversion(text, Wanted.NUMBER));
    }
    switch (letter) {
      case "d", "i", "u", "x", "X", "o", "c" ->
          conversions.add(new Conversion(text, Wanted.NUMBER));
      case "s" -> conversions.add(new Conversion(text, Wanted.TEXT));
      case "p" -> {
        return addPointer(conversions, text, format.text().substring(matcher.end()), format);
      }
      default ->
          throw new SourceError(
              format.spot(), "unknown conversion " + Wording.quoted(text) + " in the format");
    }
    return 0;
  }

  private static int addPointer(
      List<Conversion> conversions, String text, String rest, Expr.Text format) {
    if (rest.startsWith("bl")) {
      conversions.add(new Conversion(text + "bl", Wanted.POINTER_OR_NUMBER));
      return 2;
    }
    if (rest.startsWith("V")) {
      throw new SourceError(
          format.spot(), "'%pV' is not supported: use vsnprintf() with the va_list");
    }
    conversions.add(new Conversion(text, Wanted.POINTER));
    return !rest.isEmpty() && "SsBfFxh".indexOf(rest.charAt(0)) >= 0 ? 1 : 0;
  }

  private static void compare(Conversion conversion, Expr argument) {
    Type type = argument.type();
    boolean fits =
        switch (conversion.wanted()) {
          case NUMBER -> type.integer().isPresent();
          case TEXT -> isText(type) || Conversions.isNull(argument);
          case POINTER ->
              type.pointer().isPresent() || Conversions.isNull(argument) || type == IntType.ULONG;
          case POINTER_OR_NUMBER -> type.isScalar();
        };
    if (!fits) {
      String wanted =
          conversion.wanted() == Wanted.NUMBER
              ? "a number"
              : conversion.wanted() == Wanted.TEXT ? "text" : "a pointer";
      throw new SourceError(
          argument.spot(),
          Wording.quoted(conversion.text())
              + " needs "
              + wanted
              + ", not "
              + Wording.quoted(type.text()));
    }
  }
}
