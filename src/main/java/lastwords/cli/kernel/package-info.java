/** The verb kernel: what the emulated kernels are made of. */
package lastwords.cli.kernel;
