/** From parse trees to checked trees: types, initialisers, statements, expressions. */
package lastwords.kernelc.read;
