void test(void)
{
	int a = 2, b = 3, c = 4;
	int v[2] = { 10, 20 };
	int *p = v;

	trace(a + b * c); // expect: 14
	trace(a << b + 1); // expect: 32
	trace(a & b == 3); // expect: 0
	trace(a | b ^ c & 1); // expect: 3
	trace(-a * -b); // expect: 6
	trace(!a + 1); // expect: 1
	trace(*p++); // expect: 10
	trace(*p); // expect: 20
	trace(a - b - c); // expect: -5
	trace(a < b < c); // expect: 1
	trace(~a & 0xf); // expect: 13
}
