static int value = 1;
static int get(void) { return value; }
void test(void)
{
	trace(get()); // expect: 1
	trace(other()); // expect: 2
}
// file: b.c
static int value = 2;
static int get(void) { return value; }
int other(void) { return get(); }
