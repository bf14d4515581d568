/** Where everything is in the flat state of a machine. */
package lastwords.machine.layout;
