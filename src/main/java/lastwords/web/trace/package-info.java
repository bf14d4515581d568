/**
 * A machine's trace on its way to a client: read from the cluster piece by piece, written as lines,
 * as events of a stream, or as the page of a run. Knows nothing of requests.
 */
package lastwords.web.trace;
