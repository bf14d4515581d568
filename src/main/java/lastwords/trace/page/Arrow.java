package lastwords.trace.page;

/**
 * An interrupt from one CPU to another. Steps are counted from the first one in the trace.
 *
 * @param from the sender
 * @param to the receiver
 * @param what its handler
 * @param sent the step that sent it
 * @param arrived the step with which it arrived; -1: it has not
 * @param taken the step with which it was taken; -1: it was not
 * @param lost was it dropped?
 */
public record Arrow(
    int from, int to, String what, int sent, int arrived, int taken, boolean lost) {}
