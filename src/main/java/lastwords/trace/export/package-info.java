/** Every format for traces, by name and by file extension. */
package lastwords.trace.export;
