/** The verb {@code matrix}: all combinations of settings, machines, kernels and situations. */
package lastwords.cli.matrix;
