/**
 * The machine on actors: every part lives in an actor of its own, and the simulate engine's order
 * is kept by messages. The only package that knows Akka; decides nothing that a part or an engine
 * decides.
 */
package lastwords.cluster;
