/** From tokens to parse trees, and the messages about what cannot be parsed. */
package lastwords.kernelc.parse;
