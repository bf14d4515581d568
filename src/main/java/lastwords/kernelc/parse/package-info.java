/** From tokens to parse trees, and the messages about what does not parse. */
package lastwords.kernelc.parse;
