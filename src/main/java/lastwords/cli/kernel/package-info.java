/** The verb kernel: the sources of the emulated kernels. */
package lastwords.cli.kernel;
