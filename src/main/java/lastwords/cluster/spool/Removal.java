package lastwords.cluster.spool;

import lastwords.cluster.wire.WireMessage;

/**
 * A machine was removed: nobody will ask for it any more.
 *
 * @param machine its id, which no other machine will have
 * @param clock when, by the hybrid logical clock of whoever removed it
 */
public record Removal(String machine, long clock) implements WireMessage {}
