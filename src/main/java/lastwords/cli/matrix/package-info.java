/** The verb {@code matrix}: settings, machines, kernels and situations, each with each. */
package lastwords.cli.matrix;
