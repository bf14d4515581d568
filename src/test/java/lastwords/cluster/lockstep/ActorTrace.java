package lastwords.cluster.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.TraceHash;
import lastwords.scenario.Setup;

/** The trace of a machine whose parts are actors, compared with that of one in a single array. */
final class ActorTrace implements AutoCloseable {
  private final ActorEngine engine = new ActorEngine();

  void same(Setup setup, long seed, String what) {
    TraceHash simulated = new TraceHash();
    RunResult expected = Simulator.run(setup, seed, simulated);
    TraceHash acted = new TraceHash();
    RunResult result = engine.run(setup, seed, acted);
    assertThat(acted.toString()).as(what).isEqualTo(simulated.toString());
    assertThat(result).as(what).isEqualTo(expected);
  }

  @Override
  public void close() {
    engine.close();
  }
}
