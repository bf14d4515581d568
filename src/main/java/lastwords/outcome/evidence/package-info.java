/**
 * What a machine shows after its run, beyond the words of its outcome: lines, dumps, registers; and
 * conditions on them. Uses {@code machine}.
 */
package lastwords.outcome.evidence;
