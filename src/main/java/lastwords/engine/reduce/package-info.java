/** Reductions of the search: ample sets and CPU symmetry. */
package lastwords.engine.reduce;
