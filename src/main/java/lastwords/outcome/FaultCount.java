package lastwords.outcome;

/**
 * A fault of a run and how often it fired.
 *
 * @param id its id
 * @param text its description, in one line
 * @param fired how often it began, or hit an interrupt; 0: it had no effect on the run
 */
public record FaultCount(int id, String text, long fired) {}
