/**
 * Kernel files: which sources and settings make a kernel, and the kernels and workloads at hand.
 */
package lastwords.scenario.kernel;
