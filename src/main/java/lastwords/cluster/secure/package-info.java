/** What a node takes from the wire, and from whom. */
package lastwords.cluster.secure;
