/** Whom a server on this machine answers: its own pages and programs, but no other sites' pages. */
package lastwords.web.guard;
