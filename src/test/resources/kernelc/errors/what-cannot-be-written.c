const int fixed = 1;
const char *text = "abc";
struct s { const int id; int v; } s;
const struct s all = { 1 };
int array[3], other[3];
char buf[4];
static void g(void) { }
void f(const int n, const int *p)
{
	fixed = 2; // error: 'fixed' is const and cannot be written
	text[0] = 'x'; // error: 'text[0]' is const and cannot be written
	text = "x";
	n++; // error: 'n' is const and cannot be written
	*p = 1; // error: '*p' is const and cannot be written
	s.id = 1; // error: 's.id' is const and cannot be written
	all.v = 1; // error: 'all.v' is const and cannot be written
	5 = 1; // error: expected a variable, an element or a member, not '5'
	n + 1 = 2; // error: expected a variable, an element or a member, not 'n+1'
	array = other; // error: an array cannot be assigned
	buf = "x"; // error: an array cannot be assigned; use strscpy()
	g = 0; // error: expected a variable, an element or a member, not 'g'
	&5; // error: expected a variable, an element or a member, not '5'
	xchg(p, 1); // error: the target of 'xchg' is const
	WRITE_ONCE(fixed, 1); // error: 'fixed' is const and cannot be written
}
