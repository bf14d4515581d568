/**
 * Sends a machine's trace to a client: read from the cluster piece by piece, written as lines, as
 * events of a stream, or as the page of a run. Knows nothing about requests.
 */
package lastwords.web.trace;
