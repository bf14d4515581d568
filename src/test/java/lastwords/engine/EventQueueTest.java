package lastwords.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  @Test
  void eventsComeInTheOrderOfTimeAndThenOfArrival() {
    EventQueue queue = new EventQueue();
    Random random = new Random(5);
    List<long[]> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      long time = random.nextInt(50);
      queue.add(time, 1, i, 0, 0);
      expected.add(new long[] {time, i});
    }
    expected.sort(Comparator.comparingLong(event -> event[0]));
    for (long[] event : expected) {
      assertThat(queue.time()).isEqualTo(event[0]);
      assertThat(queue.a()).isEqualTo(event[1]);
      queue.remove();
    }
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.time()).isEqualTo(Long.MAX_VALUE);
  }
}
