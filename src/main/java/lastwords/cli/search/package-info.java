/** The verbs that look at every interleaving: explore, why, shrink, where-can-it-stop. */
package lastwords.cli.search;
