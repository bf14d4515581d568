/** Live events of a cluster for a page. Knows nothing about requests. */
package lastwords.web.live;
