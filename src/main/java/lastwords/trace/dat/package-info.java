/**
 * Traces as {@code trace.dat}, the file of trace-cmd and KernelShark. May use {@code
 * trace.tracepoint}.
 */
package lastwords.trace.dat;
