/** Settings under the names that people know, and their values. */
package lastwords.scenario.setting;
