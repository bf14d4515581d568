void test(void)
{
	trace(peek()); // expect: 42
}
// file: log.c
static int hidden = 42;
int other(void) { return hidden; }
// file: workload.c layer 1
int peek(void) { return hidden; }
