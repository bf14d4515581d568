/**
 * The engine that tries everything that can happen next, in every state that can be reached: which
 * outcomes there are, and for each a shortest schedule that leads to it. Has no clock. Uses {@code
 * machine}, {@code verdict}, {@code scenario} and the single steps of {@code engine}.
 */
package lastwords.engine.explore;
