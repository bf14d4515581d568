#define TWO(a, b) a + b
#define SOME(a, b, ...) a
#define NONE() 1
int x = TWO(1); // error: macro 'TWO' takes 2 arguments, not 1
int y = TWO(1, 2, 3); // error: macro 'TWO' takes 2 arguments, not 3
int z = SOME(1); // error: macro 'SOME' takes at least 2 arguments, not 1
int w = NONE(1); // error: macro 'NONE' takes 0 arguments, not 1
