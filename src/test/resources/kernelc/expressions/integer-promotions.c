void test(void)
{
	u8 a = 200, b = 100;
	s8 c = -1;
	unsigned int u = 1;

	trace(a + b); // expect: 300
	trace((u8)(a + b)); // expect: 44
	trace(c < u); // expect: 0
	trace(c < (int)u); // expect: 1
	trace(-1 > 0u); // expect: 1
	trace(-1L < 0u); // expect: 1
	trace(~a); // expect: -201
	trace(sizeof(a + b)); // expect: 4
}
