/** The pages in a real browser. Compiled and run by the profile {@code ui} alone. */
package lastwords.browser;
