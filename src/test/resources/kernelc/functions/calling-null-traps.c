// trap: 14
void (*hook)(void);
void test(void)
{
	trace(1); // expect: 1
	hook();
	trace(2);
}
