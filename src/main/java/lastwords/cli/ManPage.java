package lastwords.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of the program or of a verb, generated from its help. */
final class ManPage {
  private final CommandSpec spec;
  private final List<String> lines = new ArrayList<>();

  private ManPage(CommandSpec spec) {
    this.spec = spec;
  }

  /** As roff, with the macros of man(7). */
  static String of(CommandSpec spec) {
    return new ManPage(spec).page();
  }

  /** Its file name: {@code lastwords-kernel-show.1}. */
  static String file(CommandSpec spec) {
    return spec.qualifiedName("-") + ".1";
  }

  private String page() {
    String name = spec.qualifiedName("-");
    lines.add(".TH " + name.toUpperCase(java.util.Locale.ROOT) + " 1 \"\" lastwords");
    section("NAME", escaped(name) + " \\- " + summary());
    section("SYNOPSIS", escaped(synopsis()));
    section("DESCRIPTION", escaped(String.join(" ", spec.usageMessage().description())));
    arguments();
    verbs();
    examples();
    section("EXIT STATUS", escaped(Lastwords.EXIT_CODES));
    return String.join("\n", lines) + "\n";
  }

  private String summary() {
    String[] text = spec.usageMessage().description();
    return text.length == 0 ? "" : escaped(text[0].replaceFirst("\\.$", ""));
  }

  private String synopsis() {
    return spec.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
  }

  private void section(String title, String text) {
    lines.add(".SH " + title);
    lines.add(text);
  }

  private void arguments() {
    lines.add(".SH OPTIONS");
    for (PositionalParamSpec it : spec.positionalParameters()) {
      argument("\\fI" + escaped(it.paramLabel()) + "\\fR", it);
    }
    for (OptionSpec it : spec.options()) {
      String value = it.arity().max() == 0 ? "" : " \\fI" + escaped(it.paramLabel()) + "\\fR";
      argument("\\fB" + escaped(String.join(", ", it.names())) + "\\fR" + value, it);
    }
  }

  private void argument(String name, ArgSpec it) {
    lines.add(".TP");
    lines.add(name);
    lines.add(escaped(Ansi.OFF.string(String.join(" ", it.description()))));
  }

  private void verbs() {
    if (!spec.subcommands().isEmpty()) {
      lines.add(".SH VERBS");
      spec.subcommands()
          .forEach(
              (name, verb) -> {
                lines.add(".TP");
                lines.add("\\fB" + escaped(name) + "\\fR");
                lines.add(new ManPage(verb.getCommandSpec()).summary());
              });
    }
  }

  private void examples() {
    String verb = spec.qualifiedName().replaceFirst("^\\S+ ?", "");
    List<String> examples = verb.isEmpty() ? List.of() : Examples.of(verb);
    if (!examples.isEmpty()) {
      lines.add(".SH EXAMPLES");
      lines.add(".nf");
      examples.forEach(it -> lines.add(escaped("lastwords " + it)));
      lines.add(".fi");
    }
  }

  /** Text with everything escaped that is special in roff. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
