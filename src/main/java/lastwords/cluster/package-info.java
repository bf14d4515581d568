/**
 * The cluster: starts nodes, and answers what others want to know of machines, members and traces.
 * Its sub-packages are the only ones that know Akka; none decides anything that a part or an engine
 * decides.
 */
package lastwords.cluster;
