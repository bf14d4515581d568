package lastwords.cluster.spool;

import lastwords.cluster.wire.WireMessage;

/**
 * The removal of a machine, whose records are no longer needed.
 *
 * @param machine its id, which no other machine will have
 * @param clock when, by the hybrid logical clock of whoever removed it
 */
public record Removal(String machine, long clock) implements WireMessage {}
