/** Limits what a node accepts from the network, and from whom. */
package lastwords.cluster.secure;
