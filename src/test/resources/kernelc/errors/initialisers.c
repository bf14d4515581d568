struct s { int a; int b[2]; char t[4]; };
int x;
int notconst = x; // error: expected a constant as the initial value of a global variable
int call = f(); // error: expected a constant as the initial value of a global variable
int v[2] = { 1, 2, 3 }; // error: 'int [2]' has only 2 elements
struct s a = { 1, { 2, 3 }, "abc", 4 }; // error: 'struct s' has only 3 members
struct s b = { .c = 1 }; // error: 'struct s' has no member 'c'
struct s c = { [1] = 1 }; // error: expected '.' and a member of 'struct s', not '['
struct s d = { .b = 5 }; // error: expected '{' before the initial values of 'int [2]'
struct s e = { .t = "abcd" }; // error: expected at most 3 characters for 'char [4]', not 4
struct s g = 1; // error: expected '{' before the initial values of 'struct s'
int w[3] = { [3] = 1 }; // error: expected an index from 0 to 2, not 3
int y[3] = { .a = 1 }; // error: expected '[' and an index, not a member
int z = { 1, 2 }; // error: expected one initial value for 'int'
char t[4] = 5; // error: expected a string to initialise 'char [4]'
int u[] = 5; // error: expected '{' before the initial values of an array
int o[] = { }; // error: expected 1 to 65536 initial values
int q = { .a = 1 }; // error: 'int' has no members
int zero[0]; // error: expected the length of an array from 1 to 2147483647, not 0
int neg[-1]; // error: expected the length of an array from 1 to 2147483647, not -1
int var[x]; // error: expected a constant for the length of an array
int big[100000]; // error: expected an array of at most 65536 words
int r = "text"; // error: expected 'int' as the initial value, not 'char *'; this needs a cast
int f(void) { return 1; }
