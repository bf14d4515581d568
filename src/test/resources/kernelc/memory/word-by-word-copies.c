struct deep { int v[2]; char t[4]; struct { int a; } in; };
struct deep a = { { 1, 2 }, "abc", { 3 } }, b;
struct deep array[2];
void test(void)
{
	struct deep *p = &array[0];
	int i = 1;

	b = a;
	trace(b.v[1] + b.in.a); // expect: 5
	array[i] = b;
	p[0] = array[i];
	trace(array[0].v[0] + array[0].in.a); // expect: 4
	trace(strcmp(array[0].t, "abc")); // expect: 0
	*p = *p;
	trace(p->v[1]); // expect: 2
}
