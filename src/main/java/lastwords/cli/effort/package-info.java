/** How much work and time a verb may take: options shared by several verbs. */
package lastwords.cli.effort;
