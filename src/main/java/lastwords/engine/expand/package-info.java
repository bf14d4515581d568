/**
 * What each worker of a search does with a state: load it, find the choices in it, and the states
 * that these lead to. The order in which states are expanded is up to {@code engine.explore}.
 */
package lastwords.engine.expand;
