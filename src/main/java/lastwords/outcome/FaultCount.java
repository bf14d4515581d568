package lastwords.outcome;

/**
 * A fault of a run and how often it fired.
 *
 * @param id its number
 * @param text what it is, in a line
 * @param fired how often it began, or hit an interrupt; 0: the run is as it would be without it
 */
public record FaultCount(int id, String text, long fired) {}
