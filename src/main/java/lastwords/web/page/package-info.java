/** Pages for browsers on this machine. May use nothing of the project. */
package lastwords.web.page;
