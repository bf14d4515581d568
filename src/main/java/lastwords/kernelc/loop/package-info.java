/** Loops that only wait: which tests poll, and with what side effects. */
package lastwords.kernelc.loop;
