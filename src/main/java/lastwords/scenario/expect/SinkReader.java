package lastwords.scenario.expect;

import java.util.ArrayList;
import java.util.List;
import lastwords.outcome.evidence.Has;
import lastwords.outcome.evidence.InOrder;
import lastwords.outcome.evidence.Lacks;
import lastwords.outcome.evidence.Requirement;
import lastwords.outcome.evidence.Sink;
import lastwords.scenario.hocon.Section;

/**
 * Reads expectations of the lines of a sink: the keys of a block <code>{ is = all, has = "...",
 * lacks = "...", in-order = [...] }</code>.
 */
final class SinkReader {
  private static final String LACKS = "lacks";

  private final Section block;
  private final Sink sink;

  /**
   * @param block that of the sink; the caller closes it
   */
  SinkReader(Section block, Sink sink) {
    this.block = block;
    this.sink = sink;
  }

  List<Requirement> read() {
    List<String> has = texts("has");
    List<String> lacks = texts(LACKS);
    List<String> order = texts("in-order");
    List<Requirement> conditions = new ArrayList<>();
    has.forEach(text -> conditions.add(new Has(sink, text)));
    lacks.forEach(text -> conditions.add(new Lacks(sink, text)));
    if (!order.isEmpty()) {
      conditions.add(new InOrder(sink, order));
    }
    has.forEach(text -> contradiction(text, lacks));
    order.forEach(text -> contradiction(text, lacks));
    return conditions;
  }

  private void contradiction(String wanted, List<String> lacks) {
    lacks.stream()
        .filter(wanted::contains)
        .forEach(
            it ->
                block.problem(
                    LACKS,
                    "lacks: '" + it + "' is part of '" + wanted + "', which has to be there"));
  }

  private List<String> texts(String key) {
    List<String> texts = block.texts(key).orElse(List.of());
    for (String text : texts) {
      if (text.isBlank() || text.contains("\n")) {
        String what = text.isBlank() ? "nothing" : "several lines";
        block.problem(key, key + ": expected part of a line, found " + what);
      }
    }
    return texts;
  }
}
