/** Tokens and their places, texts, and what is wrong with them. */
package lastwords.kernelc.source;
