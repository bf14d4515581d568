package lastwords.cluster.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The clocks of a node with live machines. */
final class ClocksTest {
  private long wall = 1_000;
  private final LiveClock clock = new LiveClock(0.5, () -> wall);

  @Test
  void emulatedTimeGoesAsTheScaleSays() {
    assertThat(clock.nanos()).isZero();
    clock.run();
    wall += 400;
    assertThat(clock.nanos()).isEqualTo(200);
    assertThat(clock.wallUntil(250)).isEqualTo(100);
    clock.hold();
    wall += 400;
    assertThat(clock.nanos()).isEqualTo(200);
    clock.run();
    wall += 2;
    assertThat(clock.nanos()).isEqualTo(201);
  }

  @Test
  void whatBeganBeforeTimeRanIsNotEarlierThanItsStart() {
    long before = wall;
    wall += 100;
    clock.run();
    assertThat(clock.nanos(before)).isZero();
    clock.observe(70, before);
    assertThat(clock.nanos(before)).isEqualTo(70);
    wall += 10;
    assertThat(clock.nanos()).isEqualTo(75);
  }

  @Test
  void eachLogicalTimeIsGreaterThanAllBefore() {
    Hlc hlc = new Hlc();
    long last = hlc.tick();
    for (int i = 0; i < 10_000; i++) {
      long next =
          switch (i % 4) {
            case 0 -> hlc.tick();
            case 1 -> hlc.next();
            case 2 -> hlc.tick(System.nanoTime());
            default -> hlc.tick(System.nanoTime() - 1_000_000_000);
          };
      assertThat(next).isGreaterThan(last);
      last = next;
    }
    hlc.observe(last + 1_000_000);
    assertThat(hlc.tick()).isGreaterThan(last + 1_000_000);
  }

  @Test
  void logicalTimesRiseFromYearToYear() {
    long last = 0;
    for (int year = 2019; year <= 2040; year++) {
      long micros =
          LocalDate.of(year, 12, 31).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
      long clock = new Hlc(() -> micros).tick();
      assertThat(clock).isGreaterThan(last);
      last = clock;
    }
  }
}
