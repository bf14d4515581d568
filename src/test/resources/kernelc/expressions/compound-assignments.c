int g = 6;
long l = 5;
void test(void)
{
	int x = 7;
	u8 b = 250;
	s8 s = 100;

	x += 3; trace(x); // expect: 10
	x -= 4; trace(x); // expect: 6
	x *= 5; trace(x); // expect: 30
	x /= 4; trace(x); // expect: 7
	x %= 4; trace(x); // expect: 3
	x <<= 4; trace(x); // expect: 48
	x >>= 2; trace(x); // expect: 12
	x |= 3; trace(x); // expect: 15
	x &= ~1; trace(x); // expect: 14
	x ^= 0xff; trace(x); // expect: 241
	b += 10; trace(b); // expect: 4
	s += 100; trace(s); // expect: -56
	g *= l; trace(g); // expect: 30
	trace(g -= 31); // expect: -1
	g /= 2u; trace(g); // expect: 2147483647
	l <<= 62; trace(l); // expect: 4611686018427387904
}
