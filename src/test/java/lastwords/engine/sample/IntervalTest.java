package lastwords.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntervalTest {
  /** The values are from tables of Wilson's interval. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.2775",
    "1, 10, 0.0179, 0.4042",
    "5, 10, 0.2366, 0.7634",
    "10, 10, 0.7225, 1",
    "776, 1484, 0.4975, 0.5482",
    "0, 1238, 0, 0.0031",
    "0, 0, 0, 1"
  })
  void anIntervalIsWilsons(long seen, long runs, double low, double high) {
    Interval interval = Interval.of(seen, runs);
    assertThat(interval.low()).isCloseTo(low, within(0.0001));
    assertThat(interval.high()).isCloseTo(high, within(0.0001));
  }
}
