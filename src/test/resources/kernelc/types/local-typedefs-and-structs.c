void test(void)
{
	typedef int mine;
	struct inner { mine a; long b; };
	enum { HERE = 6 };
	struct inner x = { HERE, 1 };

	trace(x.a + x.b); // expect: 7
}
