package lastwords.engine.sample;

import lastwords.engine.witness.RunSpec;

/** Makes runs by their seeds. For one thread. */
public interface Sampler {
  /** The run of a seed. The same seed gives the same run, whatever was run before. */
  Sampled run(long seed);

  /** How the run of a seed goes. */
  RunSpec runSpec(long seed);
}
