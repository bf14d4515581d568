// trap: 0
int zero;
void test(void)
{
	trace(1); // expect: 1
	trace(5 / zero);
}
