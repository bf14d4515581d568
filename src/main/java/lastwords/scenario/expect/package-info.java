/** What a scenario expects, and whether outcomes meet it. */
package lastwords.scenario.expect;
