struct s { int x; } s, *p;
struct unknown *u;
int x;
void f(void)
{
	s->x = 1; // error: expected a pointer before '->'; a struct's member comes after '.'
	p.x = 1; // error: expected a struct before '.'; a pointer's member comes after '->'
	x.y = 1; // error: expected a struct before '.', not 'int'
	x->y = 1; // error: expected a pointer to a struct before '->', not 'int'
	u->y = 1; // error: 'struct unknown' is not defined here: its members are not known
}
