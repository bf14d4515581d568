/** The verbs about one machine on a cluster. */
package lastwords.cli.remote;
