#define A 1
#define A 1
#define A 2 // error: macro 'A' is already defined, in macro-definitions.c:2
#define B(1) x // error: expected the name of a macro parameter, not '1'
#define C(a // error: expected ')' after the parameters of macro 'C'
#define 5 // error: expected a name after #define
#undef // error: expected a name after #undef
#define P(a, b) a##b
int x = P(1, +); // error: '##' does not make a token: '1+'
