package lastwords.cluster.node;

/**
 * One part of a machine on a cluster.
 *
 * @param part its number
 * @param name {@code cpu-1}, {@code lock:logbuf_lock}, {@code memory}
 * @param node its node
 * @param state what it is doing, in words; empty if it cannot be asked
 * @param lost why it is gone or does not answer; empty if it is there
 */
public record PartInfo(int part, String name, String node, String state, String lost) {}
