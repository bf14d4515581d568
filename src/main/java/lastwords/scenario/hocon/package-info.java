/**
 * Reading HOCON files: where each value is, what is wrong with it, the nearest known name, and
 * limits on what a file can cost.
 */
package lastwords.scenario.hocon;
