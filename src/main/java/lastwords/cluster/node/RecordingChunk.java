package lastwords.cluster.node;

/**
 * A piece of a recording file.
 *
 * @param bytes the piece
 * @param end is there nothing after it, and never will be?
 */
public record RecordingChunk(byte[] bytes, boolean end) {
  /** Not copied: chunks are made to be written and forgotten. */
  public RecordingChunk {}
}
