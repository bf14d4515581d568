/** Documents checked against the program. */
package lastwords.docs;
