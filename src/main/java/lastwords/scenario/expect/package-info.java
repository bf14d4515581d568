/** What a scenario expects, and whether outcomes fulfil it. */
package lastwords.scenario.expect;
