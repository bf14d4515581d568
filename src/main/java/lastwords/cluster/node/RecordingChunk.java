package lastwords.cluster.node;

/**
 * A piece of a recording file.
 *
 * @param bytes the piece
 * @param end whether it is the last piece for good
 */
public record RecordingChunk(byte[] bytes, boolean end) {
  /** Not copied: chunks are written once and dropped. */
  public RecordingChunk {}
}
