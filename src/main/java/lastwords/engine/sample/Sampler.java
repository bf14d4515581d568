package lastwords.engine.sample;

import lastwords.engine.witness.RunSpec;

/** Makes runs from seeds. For one thread. */
public interface Sampler {
  /** The run of a seed. The same seed always gives the same run, regardless of earlier ones. */
  Sampled run(long seed);

  /** How to repeat the run of a seed. */
  RunSpec runSpec(long seed);
}
