struct a { int x; } sa;
struct b { int x; } sb;
static int take(char *s, int n) { return n; }
void f(int *p, char *s, long l, const char *c)
{
	void *v = p;
	int x;

	x = p; // error: expected 'int' as the right side of '=', not 'int *'; this needs a cast
	p = 5; // error: expected 'int *' as the right side of '=', not 'int'; this needs a cast
	p = s; // error: expected 'int *' as the right side of '=', not 'char *'
	p = v;
	p = 0;
	take(5, 5); // error: expected 'char *' as argument 1 of 'take', not 'int'; this needs a cast
	take(s, s); // error: expected 'int' as argument 2 of 'take', not 'char *'; this needs a cast
	take(c, 1); // error: expected 'char *' as argument 1 of 'take', not 'const char *', which would lose its const
	sa = sb; // error: expected 'struct a', not 'struct b'
	x = sa; // error: expected 'int' as the right side of '=', not 'struct a'
	if (sa) // error: expected a condition, not a value of type 'struct a'
		x = 1;
	x = p == l; // error: '==' cannot take 'int *' and 'long'; this needs a cast
	x = p == s; // error: '==' cannot take 'int *' and 'char *'
	x = p * 2; // error: '*' cannot take 'int *' and 'int'
	x = p + p; // error: '+' cannot take 'int *' and 'int *'
	x = -p; // error: '-' needs a number, not 'int *'
	x = l ? p : 3; // error: expected two values of one type, not 'int *' and 'int'
	x = x ? p : s; // error: expected two values of one type, not 'int *' and 'char *'
	p += s; // error: '+=' needs a number, not 'char *'
	p *= 2; // error: '*=' cannot take a pointer
	v++; // error: expected a pointer to a type of known size, not 'void *'
	x = *v; // error: 'void *' points to nothing that can be read; cast it first
	x = *x; // error: expected a pointer, not 'int'
	x = x[1]; // error: expected an array or a pointer before '[', not 'int'
	x = p[s]; // error: an index needs a number, not 'char *'
	x = (int)sa; // error: a value of type 'struct a' cannot be cast to 'int'
	p = (int *)s; // error: 'char *' cannot be cast to 'int *': text is kept apart from other memory
	x(); // error: 'x' is 'int' and cannot be called
	switch (p) { } // error: 'switch' needs a number, not 'int *'
	sa; // error: this statement does nothing
}
