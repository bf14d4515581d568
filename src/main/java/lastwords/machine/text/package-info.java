/** Texts as numbers: interning, formats, symbols. */
package lastwords.machine.text;
