/** Pages for browsers on this machine. Must not use anything else of the project. */
package lastwords.web.page;
