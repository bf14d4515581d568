// code of f: poll
int flag = 1;
static inline void touch(void) { }
static int f(void)
{
	int i, waited = 0;

	for (i = 0; i < 10 && READ_ONCE(flag); i++) {
		udelay(10);
		touch();
		waited += 10;
	}
	return waited * 100 + i;
}
void test(void)
{
	trace(f()); // expect: 10010
}
