/**
 * From text to parse trees: tokens with their places, the preprocessor, the parser's messages in
 * words. Uses {@code grammar} alone.
 */
package lastwords.kernelc.source;
