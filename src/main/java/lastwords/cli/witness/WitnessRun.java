package lastwords.cli.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lastwords.engine.walk.Replay;
import lastwords.engine.witness.Witness;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.trace.TraceBuffer;

/**
 * The replayed run of a witness.
 *
 * @param made the case that it is about
 * @param setup the case's, reduced as in the witness
 */
public record WitnessRun(
    Witness witness, Case made, Setup setup, TraceBuffer steps, Replay.Done done) {
  /**
   * Reads a witness and replays its run.
   *
   * @throws ScenarioException if it is not one, or is of another kernel or machine
   */
  public static WitnessRun of(Path file) throws IOException {
    WitnessFiles files = new WitnessFiles(Catalog.standard());
    Witness witness = files.read(file);
    Case made = files.made(witness);
    Setup setup = WitnessSetup.of(file.toString(), witness, made);
    TraceBuffer steps = new TraceBuffer();
    try {
      Replay.Done done = witness.runSpec().run(setup, steps, steps::watch);
      return new WitnessRun(witness, made, setup, steps, done);
    } catch (Replay.ImpossibleException e) {
      throw new ScenarioException(List.of(file + ": " + e.getMessage()));
    }
  }
}
