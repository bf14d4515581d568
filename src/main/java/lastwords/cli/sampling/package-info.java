/** The verbs that run a case many times: sample and sensitivity. */
package lastwords.cli.sampling;
