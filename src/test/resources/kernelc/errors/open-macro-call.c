#define ONE(a) a
int x = ONE(1; // error: expected ')' after the arguments of macro 'ONE'
