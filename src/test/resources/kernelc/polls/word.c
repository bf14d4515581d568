// code of wait: poll
// no code of wait: cpu_relax
int flag = 0;
static void wait(void) { while (READ_ONCE(flag)) cpu_relax(); }
void test(void)
{
	wait();
	trace(1); // expect: 1
}
