/** What a cluster does, as events for a page that looks on. Knows nothing of requests. */
package lastwords.web.live;
