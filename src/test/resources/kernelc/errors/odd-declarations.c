static x; // error: expected a type after 'static'
const y; // error: expected a type after 'const'
typedef loop_t loop_t; // error: type 'loop_t' is used before its definition
typedef early_t late_t;
typedef int early_t;
late_t late;
struct a { int; }; // error: expected the name of a member
struct b { struct b { int x; } y; }; // error: struct 'b' is defined inside itself
int size = sizeof(int name); // error: expected a type without a name, not 'name'
int block = ({ 5; }); // error: expected a constant, not '({'
struct c { int x; };
struct c literal = (int) { 5 }; // error: expected a struct in a function, not a literal of 'int'
