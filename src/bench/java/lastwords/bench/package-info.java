/** Measurements that {@code deploy/bench} makes; no part of the program. */
package lastwords.bench;
