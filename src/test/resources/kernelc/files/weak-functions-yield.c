// replaces: stop (function) with.c:3 -> with.c:5
void test(void)
{
	trace(stop()); // expect: 2
	trace(alone()); // expect: 3
}
// file: with.c
int __weak alone(void) { return 3; }

int __weak stop(void) { return 1; }

int stop(void) { return 2; }
