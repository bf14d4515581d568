/** The preprocessor. */
package lastwords.kernelc.preprocess;
