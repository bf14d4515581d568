/**
 * The cluster: starts nodes, and gives access to machines, members and traces. Only this package
 * and its subpackages use Akka; none of them decides what a part or an engine does.
 */
package lastwords.cluster;
