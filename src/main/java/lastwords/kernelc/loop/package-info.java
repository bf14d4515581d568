/** Loops that only wait: which tests poll, and with which side effects. */
package lastwords.kernelc.loop;
