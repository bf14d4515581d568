/**
 * The emulated hardware over one flat state: {@code cpu}, the parts beside it ({@code part}), what
 * they say to each other ({@code bus}), and here the machine that they make together. Knows kernel
 * C's image, never Linux; reads no clock and no random source.
 */
package lastwords.machine;
