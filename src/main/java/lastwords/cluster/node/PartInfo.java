package lastwords.cluster.node;

/**
 * One part of a machine on a cluster.
 *
 * @param part its number
 * @param name what it is: {@code cpu-1}, {@code lock:logbuf_lock}, {@code memory}
 * @param node the node that it lives on
 * @param state what it does, in words; empty when it cannot be asked
 * @param lost why it is gone or does not answer; empty when it is there
 */
public record PartInfo(int part, String name, String node, String state, String lost) {}
