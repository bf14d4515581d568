struct s {
	int a;
	struct {
		int b, c;
	};
	struct { int d; } inner;
} s = { .b = 2, .inner = { .d = 4 } };
void test(void)
{
	s.c = 3;
	trace(s.b + s.c + s.inner.d); // expect: 9
}
