/**
 * Which CPU can ever touch which variable, from a kernel's byte code: for engines that leave out
 * what cannot matter. It uses only the kernel's image.
 */
package lastwords.engine.reach;
