int a(int x, ) { return 1; } // error: expected a parameter, not ')'
int b[3; // error: expected ']', not ';'
struct c { int a int b; }; // error: expected ';' after 'a'
enum f { A B }; // error: expected ',' or '}', not 'B'
struct d { int a; } // error: expected ';' after '}'
int afterwards;
int g(void { return 1; } // error: expected ')', not '{'
typedef int; int h;
int i = 1;
struct { int x } j; // error: expected ';' after 'x'
int k( { } // error: expected ')', not '{'
