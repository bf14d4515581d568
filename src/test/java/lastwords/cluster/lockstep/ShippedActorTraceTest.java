package lastwords.cluster.lockstep;

import java.util.stream.Stream;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every part in its own actor gives the trace of the machine in one array: all shipped scenarios.
 */
class ShippedActorTraceTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final ActorTrace TRACE = new ActorTrace();

  @AfterAll
  static void stop() {
    TRACE.close();
  }

  static Stream<String> scenarios() {
    return CATALOG.scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void allVariantsOf(String name) {
    for (Case shipped : CATALOG.scenario(name).cases()) {
      TRACE.same(shipped.setup(), 1, name + " " + shipped.variant());
    }
  }
}
