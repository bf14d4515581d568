/**
 * What a machine whose run is over shows, beyond the words of its outcome: lines, dumps, registers,
 * and what can be expected of them. Uses {@code machine}.
 */
package lastwords.outcome.evidence;
