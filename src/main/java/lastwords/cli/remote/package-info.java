/** Verbs for one machine on a cluster. */
package lastwords.cli.remote;
