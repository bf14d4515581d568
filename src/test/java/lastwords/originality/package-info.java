/**
 * The originality guard: reports which functions of C texts come too close to the Linux kernel's.
 * It knows the kernel by hashes of short runs of tokens, never by its text.
 */
package lastwords.originality;
