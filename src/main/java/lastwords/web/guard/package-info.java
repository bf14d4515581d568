/** Who a server on this machine answers: its own pages and programs, no page of somebody else. */
package lastwords.web.guard;
