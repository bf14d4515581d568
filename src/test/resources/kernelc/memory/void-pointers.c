int x = 3;
static void *same(void *p) { return p; }
void test(void)
{
	void *p = &x;
	int *q = p;
	long number = (long)p;

	trace(*q); // expect: 3
	trace(*(int *)same(q)); // expect: 3
	trace((int *)number == q); // expect: 1
	trace(p != NULL && p == q); // expect: 1
}
