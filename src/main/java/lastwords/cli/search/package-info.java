/** The verbs that examine every interleaving: explore, why, shrink, where-can-it-stop. */
package lastwords.cli.search;
