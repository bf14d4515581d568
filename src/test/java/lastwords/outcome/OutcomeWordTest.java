package lastwords.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeWordTest {
  @Test
  void eachWordOfAFieldMeansOneConstant() {
    for (List<? extends OutcomeWord> field : fields()) {
      assertThat(OutcomeWord.words(field)).doesNotHaveDuplicates();
      field.forEach(it -> assertThat(OutcomeWord.of(field, it.word())).isSameAs(it));
    }
  }

  @Test
  void aWordThatNothingProducesIsNone() {
    assertThatThrownBy(() -> OutcomeWord.of(List.of(PstoreWord.values()), "lost"))
        .hasMessageContaining("lost");
  }

  /**
   * The reference lists what scenarios may expect; a word without a row there is unknown to users.
   */
  @Test
  void theReferenceNamesEveryWord() throws Exception {
    String reference = Files.readString(Path.of("src/docs/scenario-reference.md"));
    HashSet<String> words = new HashSet<>();
    fields().stream().flatMap(field -> OutcomeWord.words(field).stream()).forEach(words::add);
    words.remove(End.INTERRUPTED.word()); // nobody expects a run that is interrupted
    assertThat(words).allSatisfy(word -> assertThat(reference).contains("`" + word + "`"));
  }

  /** Recordings contain outcomes and causes; those of earlier versions must remain readable. */
  @Test
  void recordingsKeepTheirWords() throws Exception {
    ObjectMapper json = new ObjectMapper();
    assertThat(json.writeValueAsString(ConsoleWord.LOST_TAIL)).isEqualTo("\"lost-tail\"");
    assertThat(json.readValue("\"n/a\"", PstoreWord.class)).isEqualTo(PstoreWord.NOT_APPLICABLE);
    assertThat(json.readValue("\"no-regs\"", KdumpWord.class)).isEqualTo(KdumpWord.NO_REGS);
    assertThat(json.readValue("\"QUIET\"", Ending.Cause.class)).isEqualTo(Ending.Cause.QUIESCENT);
    assertThat(json.readValue("\"CIRCLING\"", Ending.Cause.class)).isEqualTo(Ending.Cause.CYCLING);
  }

  private static List<List<? extends OutcomeWord>> fields() {
    return List.of(
        List.of(End.values()),
        List.of(ConsoleWord.values()),
        List.of(PstoreWord.values()),
        List.of(KdumpWord.values()),
        List.of(DeadEnd.values()));
  }
}
