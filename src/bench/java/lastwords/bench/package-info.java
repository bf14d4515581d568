/** Measurements made by {@code deploy/bench}; not part of the program. */
package lastwords.bench;
