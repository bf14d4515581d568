/**
 * What a kernel's byte code tells about who can ever touch which variable: for engines that leave
 * out what cannot matter. It uses the kernel's image alone.
 */
package lastwords.engine.reach;
