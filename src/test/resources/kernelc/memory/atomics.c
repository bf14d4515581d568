int n = 5;
unsigned int u = 0xffffffff;
long *lp;
long target = 1;
u8 byte = 250;
struct { int counter; } v = { 3 };
void test(void)
{
	int local = 2;

	trace(xchg(&n, 6)); // expect: 5
	trace(cmpxchg(&n, 5, 9)); // expect: 6
	trace(n); // expect: 6
	trace(cmpxchg(&n, 6, 9)); // expect: 6
	trace(n); // expect: 9
	trace(xadd(&n, -4)); // expect: 9
	trace(n); // expect: 5
	trace(fetch_or(&n, 8)); // expect: 5
	trace(fetch_and(&n, ~1)); // expect: 13
	trace(n); // expect: 12
	xadd(&u, 2);
	trace(u); // expect: 1
	xadd(&byte, 10);
	trace(byte); // expect: 4
	n = 2147483647;
	xadd(&n, 1);
	trace(n); // expect: -2147483648
	trace(xchg(&lp, &target) == NULL); // expect: 1
	trace(*lp); // expect: 1
	trace(xadd(&v.counter, 1) + v.counter); // expect: 7
	trace(xadd(&local, 5) * 100 + local); // expect: 207
}
