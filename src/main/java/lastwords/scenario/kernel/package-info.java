/**
 * Kernel files: which sources and settings make up a kernel, and the available kernels and
 * workloads.
 */
package lastwords.scenario.kernel;
