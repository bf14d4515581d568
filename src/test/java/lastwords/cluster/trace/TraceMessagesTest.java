package lastwords.cluster.trace;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.spool.Removal;
import lastwords.cluster.wire.WireMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every message of shippers, collector and readers passes the serializer unchanged. */
final class TraceMessagesTest {
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseString(
                  "akka { actor.provider = local, actor.allow-java-serialization = off\n"
                      + "actor.serialization-bindings { \""
                      + WireMessage.class.getName()
                      + "\" = jackson-cbor } }")
              .withFallback(ConfigFactory.load()));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private static MachineInfo machine() {
    return new MachineInfo(
        "id",
        "m",
        "s",
        "v",
        "k",
        "h",
        Clock.LIVE,
        MachineInfo.State.ENDED,
        "node-a",
        1,
        2,
        3,
        "loop",
        new TreeMap<>(Map.of(0, "node-a")),
        List.of());
  }

  private static List<WireMessage> messages() {
    TestProbe<Shipper.Command> shipper = KIT.createTestProbe();
    TestProbe<Collector.Command> collector = KIT.createTestProbe();
    TestProbe<Collector.Answer> reader = KIT.createTestProbe();
    Removal removal = new Removal("m", 5);
    return List.of(
        removal,
        new Shipper.Resume(1, 2, List.of(removal), collector.getRef()),
        new Shipper.Stored(1, 2),
        new Shipper.Forget(removal),
        new Collector.Hello("node-a", "1-x", List.of(removal), shipper.getRef()),
        new Collector.Seek("m", 7, reader.getRef()),
        new Collector.Read("m", 7, 8, reader.getRef()),
        new Collector.Check("m", reader.getRef()),
        new Collector.Remove(removal, reader.getRef()),
        new Collector.Where(reader.getRef()),
        new Collector.Settle("m", 7, reader.getRef()),
        new Collector.Machines("m", reader.getRef()),
        new Collector.Result("m", reader.getRef()),
        new Collector.Settled(true),
        new Collector.Known(List.of(machine()), "m"),
        new Collector.Found(true, 1, 2),
        new Collector.Checked(true, List.of("a", "b")),
        new Collector.Removed("m"),
        new Collector.Failed("node-a", "No space left on device"),
        new Collector.Here("node-a"));
  }

  @Test
  void messagesAreThemselvesAfterTheirJourney() {
    messages().forEach(message -> KIT.serializationTestKit().verifySerialization(message, true));
  }

  @Test
  void bytesAreThemselvesAfterTheirJourney() {
    byte[] bytes = new byte[Shipper.BATCH_BYTES];
    new java.util.Random(3).nextBytes(bytes);
    Collector.Batch batch = new Collector.Batch("n", "i", 1, 2, 3, bytes, Long.MIN_VALUE);
    Collector.Batch there = KIT.serializationTestKit().verifySerialization(batch, false);
    assertThat(there.records()).isEqualTo(bytes);
    assertThat(there.watermark()).isEqualTo(Long.MIN_VALUE);
    Collector.Piece piece = new Collector.Piece(1, bytes, true);
    Collector.Piece read = KIT.serializationTestKit().verifySerialization(piece, false);
    assertThat(read.bytes()).isEqualTo(bytes);
    assertThat(read.end()).isTrue();
    Collector.Concluded concluded = new Collector.Concluded(Optional.of(bytes));
    Collector.Concluded told = KIT.serializationTestKit().verifySerialization(concluded, false);
    assertThat(told.footer().orElseThrow()).isEqualTo(bytes);
  }

  @Test
  void noMessageIsForgottenHere() {
    List<Class<?>> tested =
        new ArrayList<>(
            List.of(Collector.Batch.class, Collector.Piece.class, Collector.Concluded.class));
    messages().forEach(message -> tested.add(message.getClass()));
    List<Class<?>> wire =
        Stream.of(Collector.class, Shipper.class)
            .flatMap(it -> Stream.of(it.getDeclaredClasses()))
            .filter(it -> WireMessage.class.isAssignableFrom(it) && it.isRecord())
            .<Class<?>>map(it -> it)
            .toList();
    assertThat(tested).containsAll(wire);
  }
}
