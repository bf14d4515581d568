/** From checked trees to byte code. */
package lastwords.kernelc.code;
