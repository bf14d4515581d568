/**
 * The emulated hardware over one flat state: {@code cpu}, the other parts ({@code part}), the
 * messages between them ({@code bus}), and in this package the machine that they form. It knows
 * images of kernel C, never Linux; it reads no clock and no source of randomness.
 */
package lastwords.machine;
