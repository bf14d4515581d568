unknown_t x; // error: unknown type 'unknown_t'
struct s { int a; foo_t b; int c; } v; // error: unknown type 'foo_t'
struct broken *p;
void f(void)
{
	struct s l;
	int w = nope; // error: unknown variable 'nope'
	int z[UNKNOWN]; // error: unknown variable 'UNKNOWN'

	w = l.a + l.c;
	w = z[0];
}
