/** The layout of a whole kernel: where its functions, variables, strings and constants are. */
package lastwords.kernelc.link;
