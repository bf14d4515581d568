/** A kernel as a whole: where its functions, variables, strings and constants are. */
package lastwords.kernelc.link;
