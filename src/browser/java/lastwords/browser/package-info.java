/** The pages in a real browser. Compiled and run only in the profile {@code ui}. */
package lastwords.browser;
