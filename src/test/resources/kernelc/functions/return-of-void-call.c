static void inner(void) { trace(5); } // expect: 5
static void outer(void) { return inner(); }
void test(void)
{
	outer();
}
