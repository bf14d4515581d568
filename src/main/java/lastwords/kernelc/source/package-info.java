/** Tokens and their places, texts, and problems in them. */
package lastwords.kernelc.source;
