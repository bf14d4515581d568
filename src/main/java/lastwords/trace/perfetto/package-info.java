/**
 * Traces as the protocol buffers that Perfetto opens: TracePacket with TrackEvent. May use {@code
 * trace.story}.
 */
package lastwords.trace.perfetto;
