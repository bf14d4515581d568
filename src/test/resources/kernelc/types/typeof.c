int x = 3;
struct s { long l; } s;
void test(void)
{
	typeof(x) y = 4;
	typeof(s.l) big = 1L << 40;
	typeof(&x) p = &x;
	typeof(int *) q = &y;

	trace(*p + *q); // expect: 7
	trace(big); // expect: 1099511627776
	trace(sizeof(typeof(x + 1L))); // expect: 8
}
