/** Every format that a trace can be written in, by name and by the ending of a file. */
package lastwords.trace.export;
