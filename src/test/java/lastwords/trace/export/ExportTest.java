package lastwords.trace.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lastwords.json.Json;
import lastwords.trace.SmallTrace;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Each format of one small trace. */
final class ExportTest {
  private static final String BRACES = "{.*}"; // a repetition to Java, text to a browser

  private static byte[] bytes(ExportFormat format, Optional<Level> level, Filter filter)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Export(format, level, filter, "a <small> run")
        .write(SmallTrace.steps(), SmallTrace.names(), out);
    return out.toByteArray();
  }

  private static String text(ExportFormat format, Level level) throws IOException {
    return new String(bytes(format, Optional.of(level), Filter.ALL), StandardCharsets.UTF_8);
  }

  private static String text(ExportFormat format) throws IOException {
    return text(format, format.usual());
  }

  @ParameterizedTest
  @CsvSource({
    "COLUMNS,  b781bdbcbf6e2f13",
    "FTRACE,   af6640388b6abaaa",
    "JSONL,    06e16aab6e88a88f",
    "CSV,      ad7ed4152bd6d497",
    "DAT,      fd66a2ada46798b6",
    "PERFETTO, ee823e9822541c12",
    "SHIVIZ,   062f86aad5524544",
    "SVG,      e70bc44600ff67d2",
    "MERMAID,  9519082025879e89"
  })
  void theSameTraceGivesTheSameBytesOnEveryJdk(ExportFormat format, String hash)
      throws IOException, NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(bytes(format, Optional.empty(), Filter.ALL));
    assertThat(HexFormat.of().formatHex(digest, 0, 8)).isEqualTo(hash);
  }

  @ParameterizedTest
  @EnumSource
  void aFormatIsKnownByTheEndingOfAFile(ExportFormat format) {
    assertThat(format.endings())
        .allSatisfy(it -> assertThat(ExportFormat.ofFile("A." + it)).contains(format));
    assertThat(ExportFormat.ofFile("trace." + format.endings().get(0) + ".gz")).isEmpty();
  }

  @Test
  void csvQuotesWhatNeedsIt() throws IOException {
    assertThat(text(ExportFormat.CSV).lines().limit(4))
        .containsExactly(
            "seq,ns,cpu,context,irqs_off,function,file,line,op,target,argument,result",
            "0,1000,0,task,0,panic,panic.c,11,note,lw_said,\"hello",
            "\",0",
            "1,1100,1,task,1,panic,panic.c,11,lock,logbuf_lock,0,1");
    assertThat(text(ExportFormat.CSV, Level.STORY).lines().skip(1))
        .contains(
            "2,1200,0,task,interrupt,vector 33,sends vector 33() to cpu1,panic,panic.c:11,1,1200")
        .anyMatch(it -> it.contains(",\"waits for logbuf_lock, which cpu1 holds\","));
  }

  @Test
  void jsonLinesSayWhetherInterruptsAreOff() throws IOException {
    List<String> lines = text(ExportFormat.JSONL).lines().toList();
    assertThat(lines.get(0)).doesNotContain("irqsOff");
    assertThat(lines.get(1)).contains("\"context\":\"task\",\"irqsOff\":true,\"function\"");
  }

  @Test
  void filtersLeaveStepsOut() throws IOException {
    Filter second = new Filter(Set.of(1), Set.of(), Set.of(), 1_450, 1_800);
    byte[] csv = bytes(ExportFormat.CSV, Optional.empty(), second);
    assertThat(new String(csv, StandardCharsets.UTF_8).lines().skip(1).map(it -> it.split(",")[0]))
        .containsExactly("6", "7", "8", "10", "11");
  }

  @Test
  void theClocksOfShivizAreOfEventsThatAreThere() throws IOException {
    Map<String, Integer> events = new HashMap<>();
    String text = text(ExportFormat.SHIVIZ);
    String[] header = text.split("\n", 3);
    assertThat(header[1]).isEmpty();
    Matcher log = Pattern.compile(header[0].replace(BRACES, "\\{.*\\}") + "\\n").matcher(header[2]);
    int end = 0;
    while (log.find()) {
      assertThat(log.start()).isEqualTo(end);
      end = log.end();
      JsonNode clock = Json.tree(log.group("clock")).orElseThrow();
      int own = events.merge(log.group("host"), 1, Integer::sum);
      assertThat(clock.get(log.group("host")).asInt()).isEqualTo(own);
      clock
          .properties()
          .forEach(
              it ->
                  assertThat(it.getValue().asInt())
                      .isBetween(1, events.getOrDefault(it.getKey(), 0)));
    }
    assertThat(header[2]).hasSize(end);
    assertThat(events).containsKeys("cpu0", "cpu1");
  }

  @Test
  void whatIsSentComesBeforeWhatIsTaken() throws IOException {
    List<String> lines = text(ExportFormat.SHIVIZ).lines().toList();
    int taken = lines.indexOf("1.500 us: takes an NMI in panic() panic.c:11");
    int sent = lines.indexOf("1.300 us: sends an NMI to cpu1 in panic() panic.c:11");
    int count = Json.tree(lines.get(sent - 1).substring(5)).orElseThrow().get("cpu0").asInt();
    JsonNode clock = Json.tree(lines.get(taken - 1).substring(5)).orElseThrow();
    assertThat(clock.get("cpu0").asInt()).isEqualTo(count);
  }

  @Test
  void svgIsXmlThatNeedsNothingElse()
      throws IOException, ParserConfigurationException, SAXException {
    String svg = text(ExportFormat.SVG);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a <small> run");
    assertThat(svg).doesNotContain("<script", "href", "url(", "@import");
    assertThat(svg.replace("xmlns=\"http:", "")).doesNotContain("http:");
    assertThat(document.getElementsByTagName("circle").getLength()).isGreaterThan(8);
    assertThat(svg)
        .contains(">vector 33: never taken<", ">vector 34: lost<", ">handler: taken<")
        .contains("class=\"nmi\"", "class=\"wait\"");
  }

  @Test
  void aPictureOfSomeCpusHasNoOthers() throws IOException {
    Filter first = new Filter(Set.of(0), Set.of(), Set.of(), 0, Long.MAX_VALUE);
    byte[] svg = bytes(ExportFormat.SVG, Optional.empty(), first);
    assertThat(new String(svg, StandardCharsets.UTF_8)).contains(">cpu0<").doesNotContain(">cpu1<");
  }

  @Test
  void mermaidHasArrowsAndNotes() throws IOException {
    assertThat(text(ExportFormat.MERMAID).lines().map(String::strip))
        .startsWith(
            "sequenceDiagram",
            "accTitle: a #60;small#62; run",
            "participant cpu0",
            "participant cpu1",
            "participant machine",
            "Note over cpu0,machine: a #60;small#62; run")
        .contains(
            "cpu0--)cpu1: 1.200 us  vector 33(), never taken",
            "cpu0->>cpu1: 1.300 us  handler()",
            "cpu0-xcpu1: 1.350 us  vector 34(), lost");
  }
}
