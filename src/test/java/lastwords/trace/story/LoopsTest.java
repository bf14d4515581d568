package lastwords.trace.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoopsTest {
  private static Moment moment(int seq, String text) {
    return new Moment(seq, seq * 1000L, 0, "task", Kind.LOCK, "", text, "f", "a.c:1");
  }

  private static List<String> folded(String... texts) {
    List<Moment> moments = new ArrayList<>();
    for (String text : texts) {
      moments.add(moment(moments.size(), text));
    }
    return Loops.fold(moments).stream().map(it -> it.moment().text()).toList();
  }

  @Test
  void aLoopIsToldOnceAndCounted() {
    assertThat(folded("a", "b", "a", "b", "a", "b", "c"))
        .containsExactly("a", "b", "the same 2 again, 2 x", "c");
    assertThat(folded("a", "a", "a", "a")).containsExactly("a", "again, 3 x");
  }

  @Test
  void twiceIsNoLoop() {
    assertThat(folded("a", "b", "a", "b")).containsExactly("a", "b", "a", "b");
  }

  @Test
  void turnsMayDifferInNumbers() {
    assertThat(folded("line 1", "line 2", "line 30")).containsExactly("line 1", "again, 2 x");
  }

  @Test
  void faultsAreToldApartByTheirNumbers() {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String text = "fault " + i + " begins";
      moments.add(new Moment(i, 0, -1, "task", Kind.FAULT, "", text, "", ""));
    }
    assertThat(Loops.fold(moments)).allMatch(it -> it.times() == 1).hasSize(3);
  }

  @Test
  void theLongestRepetitionCounts() {
    assertThat(folded("a", "a", "b", "a", "a", "b", "a", "a", "b"))
        .containsExactly("a", "a", "b", "the same 3 again, 2 x");
  }

  @Test
  void aLoopSaysUntilWhen() {
    List<Told> told = Loops.fold(List.of(moment(0, "a"), moment(1, "a"), moment(2, "a")));
    assertThat(told.get(1)).isEqualTo(new Told(moment(1, "again, 2 x"), 2, 2000));
  }
}
