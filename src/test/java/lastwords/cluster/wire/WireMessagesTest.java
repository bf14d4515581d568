package lastwords.cluster.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.SerializerWithStringManifest;
import akka.serialization.Serializers;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lastwords.cluster.PartSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every message that may cross nodes passes the node's serializers unchanged. */
class WireMessagesTest {
  private static final int DAMAGES = 2_000;

  private static final ActorTestKit KIT =
      ActorTestKit.create(
          "lastwords",
          ConfigFactory.parseString(
                  "akka.remote.artery.canonical { hostname = 127.0.0.1, port = 0 }")
              .withFallback(ConfigFactory.parseResources("lastwords/node.conf"))
              .withFallback(ConfigFactory.load()));
  private static final Serialization SERIALIZATION = SerializationExtension.get(KIT.system());

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private static List<Class<?>> messages() {
    List<Class<?>> messages = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lastwords.cluster")) {
      if (type.isAssignableTo(WireMessage.class) && type.isRecord()) {
        messages.add(type.reflect());
      }
    }
    return messages;
  }

  private static Object sample(Class<?> type) throws ReflectiveOperationException {
    return new Samples(KIT.createTestProbe().ref()).of(type);
  }

  @Test
  void everyMessageComesBackAsItWas() throws ReflectiveOperationException {
    List<Class<?>> messages = messages();
    assertThat(messages).hasSizeGreaterThan(20);
    for (Class<?> type : messages) {
      Object message = sample(type);
      byte[] bytes = SERIALIZATION.serialize(message).get();
      var serializer = SERIALIZATION.findSerializerFor(message);
      Object back =
          SERIALIZATION
              .deserialize(
                  bytes, serializer.identifier(), Serializers.manifestFor(serializer, message))
              .get();
      assertThat(back).as(type.getName()).isInstanceOf(type);
      assertThat(SERIALIZATION.serialize(back).get()).as(type.getName()).isEqualTo(bytes);
    }
  }

  @Test
  void whatAStepConsistsOfIsWrittenByHand() throws ReflectiveOperationException {
    for (Class<?> type : PartSerializer.types()) {
      Object message = sample(type);
      assertThat(SERIALIZATION.findSerializerFor(message)).isInstanceOf(PartSerializer.class);
      byte[] bytes = SERIALIZATION.serialize(message).get();
      assertThat(bytes.length).as(type.getName()).isLessThan(400);
    }
  }

  @Test
  void aDamagedMessageIsRefusedAndCostsNoMemory() throws Exception {
    Random random = new Random(1);
    List<Class<?>> types = PartSerializer.types();
    for (int i = 0; i < DAMAGES; i++) {
      Object message = sample(types.get(random.nextInt(types.size())));
      SerializerWithStringManifest parts =
          (SerializerWithStringManifest) SERIALIZATION.findSerializerFor(message);
      byte[] bytes = parts.toBinary(message);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        parts.fromBinary(bytes, parts.manifest(message));
      } catch (java.io.NotSerializableException e) {
        assertThat(e).hasMessageContaining("damaged");
      }
    }
  }

  @Test
  void nothingElseIsAccepted() {
    assertThatThrownBy(() -> SERIALIZATION.serialize(new ArrayList<>(List.of("java"))).get())
        .isInstanceOf(Exception.class);
  }
}
