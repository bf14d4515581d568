float f; // error: kernel C has no floating point: expected an integer type
double g; // error: kernel C has no floating point: expected an integer type
union u { int a; }; // error: kernel C has no unions: expected 'struct'
struct s { int a : 3; }; // error: kernel C has no bit-fields: expected ';' after the member
struct t { int x; };
struct t give(void); // error: a function cannot return 'struct t'; return a pointer to it
void take(struct t t); // error: a parameter cannot be 'struct t'; pass a pointer to it
void lock(raw_spinlock_t l); // error: a parameter cannot be 'raw_spinlock_t'; pass a pointer to it
unsigned void v; // error: 'unsigned void' is not a type
void w; // error: variable 'w' cannot have the type 'void'
int many[]; // error: variable 'many' cannot have the type 'int []'
