/** How much work and time a verb may take: options that several verbs share. */
package lastwords.cli.effort;
