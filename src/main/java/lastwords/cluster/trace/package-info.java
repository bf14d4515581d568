/** Stub. */
package lastwords.cluster.trace;
