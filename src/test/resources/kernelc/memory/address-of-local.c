static void set(int *p, int v) { *p = v; }
static void fill(int *v, int n) { while (n--) v[n] = n * n; }
struct two { int a, b; };
static int add(const struct two *t) { return t->a + t->b; }
void test(void)
{
	int x = 1, v[4];
	struct two t = { .b = 5 };

	set(&x, 9);
	trace(x); // expect: 9
	fill(v, 4);
	trace(v[3] + v[2]); // expect: 13
	set(&t.a, 4);
	trace(add(&t)); // expect: 9
	x = 3;
	set(&v[x], 40);
	trace(v[3]); // expect: 40
}
