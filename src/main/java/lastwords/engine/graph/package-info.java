/** The graph of visited states: transitions, shortest paths, subgraphs. */
package lastwords.engine.graph;
