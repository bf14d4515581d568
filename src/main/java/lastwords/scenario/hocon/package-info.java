/**
 * HOCON files as they are read: where each value stands, what is wrong with it, the nearest known
 * name, and bounds on what a file can do.
 */
package lastwords.scenario.hocon;
