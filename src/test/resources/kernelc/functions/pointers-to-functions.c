struct ops {
	int (*apply)(int);
	const char *name;
};
static int twice(int x) { return 2 * x; }
static int square(int x) { return x * x; }
static const struct ops all[] = {
	{ .apply = twice, .name = "twice" },
	{ square, "square" },
};
static int call(int (*f)(int), int x) { return f(x); }
typedef int fn_t(int);
typedef int (*fp_t)(int);
void test(void)
{
	int (*f)(int) = twice;
	fp_t g = &square;
	fn_t *h = twice;
	const struct ops *p = &all[1];
	int i;

	trace(f(4)); // expect: 8
	trace((*g)(4)); // expect: 16
	trace((**h)(5)); // expect: 10
	trace(call(square, 3)); // expect: 9
	trace(call(f, 3)); // expect: 6
	for (i = 0; i < 2; i++)
		trace(all[i].apply(10)); // expect: 20, 100
	trace(p->apply(2)); // expect: 4
	trace(f == twice); // expect: 1
	trace(f != square); // expect: 1
	f = NULL;
	trace(!f); // expect: 1
}
