struct in { int a; };
struct out { int x; struct in in; int v[2]; };
void f(struct in *p, int *q, int n)
{
	struct out *o;

	o = container_of(p, struct out, in);
	o = container_of(q, struct out, in); // error: expected 'struct in *' as argument 1 of 'container_of', not 'int *'
	o = container_of(n, struct out, in); // error: 'container_of' needs a pointer to the member
	o = container_of(p, struct out, inn); // error: 'struct out' has no member 'inn'; did you mean 'in'?
	n = offsetof(struct out, v[2]); // error: expected an index from 0 to 1, not 2
	n = offsetof(struct out, x[0]); // error: expected an array before '['
	n = offsetof(int, x); // error: expected a struct, not 'int'
	n = offsetof(struct out, in.a);
}
