package lastwords.cluster.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The notes of an outcome stay short, however often a fault strikes. */
final class NotesTest {
  @Test
  void theFirstStrokesOfAFaultAreNotesAndTheOthersAreCounted() {
    Notes notes = new Notes();
    for (int i = 0; i < 1_000; i++) {
      notes.stroke(3, "stroke " + i, 1);
    }
    notes.stroke(3, "and many", 500);
    notes.stroke(4, "once", 1);
    notes.add("the run was stopped");
    assertThat(notes.all())
        .hasSize(Notes.MOST_STROKES + 3)
        .contains("stroke 99", "once", "the run was stopped")
        .doesNotContain("stroke 100")
        .endsWith("fault 3: 1400 more times");
    assertThat(notes.own()).containsExactly("the run was stopped");
  }
}
