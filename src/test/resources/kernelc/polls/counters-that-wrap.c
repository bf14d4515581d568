int never;
static unsigned int a(unsigned int t) { while (!READ_ONCE(never) && --t) cpu_relax(); return t; }
static unsigned int b(unsigned int i) { while (!READ_ONCE(never) && i != 3) { cpu_relax(); i++; } return i; }
static unsigned int c(unsigned int t) { while (!READ_ONCE(never) && t-- > 0) udelay(1); return t; }
static int d(int from, int to) { for (; from < to && !READ_ONCE(never); from += 7) udelay(1); return from; }
static long e(long t) { while (!READ_ONCE(never) && t >= 0) { ndelay(5); t -= 4; } return t; }
void test(void)
{
	trace(a(5)); // expect: 0
	trace(b(0)); // expect: 3
	trace(c(4)); // expect: 4294967295
	trace(c(0)); // expect: 4294967295
	trace(d(0, 20)); // expect: 21
	trace(d(0, 21)); // expect: 21
	trace(d(30, 20)); // expect: 30
	trace(e(8)); // expect: -4
	trace(e(7)); // expect: -1
}
