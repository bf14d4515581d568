package lastwords.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.text.Texts.Definition;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import lastwords.trace.TraceRecord;
import lastwords.trace.Transaction;
import org.junit.jupiter.api.Test;

/** Recordings and spools contain these bytes: what was written once can be read for ever. */
final class EventCodecTest {
  private static final StepRecord STEP =
      new StepRecord(20_001, 2_000_123_456L, 1, 6, 5_234, Operation.STORE, 1_700, 7, 9);
  private static final List<Definition> TEXTS = List.of(new Definition(1 << 24, "panic\u00e9"));

  private static final PartEvent EVENT =
      new PartEvent(7_200_000_000_000_000_000L, 1, 1, Kind.ANSWER, 0, STEP, "", TEXTS);
  private static final Transaction TRANSACTION =
      new Transaction(
          7_200_000_000_000_000_000L,
          1,
          2,
          40_001,
          0x9E3779B97F4A7C15L,
          2_000_123_400L,
          true,
          2,
          8,
          STEP,
          TEXTS);

  private static final String EVENT_BYTES =
      "808080edc9f6c4ebc7010202c2b8020480d9bbf30e00020ce45102c81a0e120001808080100670616e6963e901";
  private static final String TRANSACTION_BYTES =
      "0063eb89da4ed000009e3779b97f4a7c150202c2b8020482f10490d8bbf30e705ae45102c81a0e1e1201808080100670616e6963e901";

  private static void stays(TraceRecord record, String bytes) throws RecordingException {
    assertThat(HexFormat.of().formatHex(EventCodec.encode(record))).isEqualTo(bytes);
    byte[] read = HexFormat.of().parseHex(bytes);
    assertThat(EventCodec.decode(read)).isEqualTo(record);
    assertThat(EventCodec.clock(read)).isEqualTo(record.clock());
  }

  @Test
  void theBytesOfAnEventStay() throws RecordingException {
    stays(EVENT, EVENT_BYTES);
  }

  @Test
  void theBytesOfATransactionStay() throws RecordingException {
    stays(TRANSACTION, TRANSACTION_BYTES);
  }

  /** A request, the operation and the answer, which is the CPU's step; all with the same clock. */
  @Test
  void aTransactionIsThreeEvents() {
    List<PartEvent> events = TRANSACTION.events();
    assertThat(events)
        .extracting(PartEvent::kind)
        .containsExactly(Kind.ASK, Kind.PERFORM, Kind.ANSWER);
    assertThat(events).extracting(PartEvent::part).containsExactly(1, 2, 1);
    assertThat(events).extracting(PartEvent::seq).containsExactly(20_000L, 40_001L, 20_001L);
    assertThat(events)
        .extracting(PartEvent::nanos)
        .containsExactly(2_000_123_400L, 2_000_123_456L, 2_000_123_456L);
    assertThat(events).extracting(PartEvent::target).containsExactly(2L, 1_700L, 1_700L);
    assertThat(events).extracting(PartEvent::argument).containsExactly(0L, 8L, 7L);
    assertThat(events).extracting(PartEvent::result).containsExactly(1L, 9L, 9L);
    assertThat(events).extracting(PartEvent::clock).containsOnly(TRANSACTION.clock());
    assertThat(events.get(2).step()).isEqualTo(STEP);
  }

  @Test
  void whatIsCutIsRefused() {
    byte[] whole = EventCodec.encode(TRANSACTION);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> EventCodec.decode(cut)).isInstanceOf(RecordingException.class);
    }
  }

  @Test
  void whatIsDamagedIsReadOrRefused() {
    RandomGenerator random = new java.util.Random(3);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = EventCodec.encode(TRANSACTION);
      damaged[1 + random.nextInt(damaged.length - 1)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(EventCodec.decode(damaged).events()).hasSize(3);
      } catch (RecordingException e) {
        assertThat(e).hasMessageMatching("(expected|\\d+ bytes).*");
      }
    }
  }
}
