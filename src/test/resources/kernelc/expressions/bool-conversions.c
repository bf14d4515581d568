bool flag;
void test(void)
{
	bool b = 256;
	int x = 2;
	long far = 1L << 32;

	trace(b); // expect: 1
	b = x & 1;
	trace(b); // expect: 0
	flag = &x;
	trace(flag); // expect: 1
	b |= x;
	trace(b); // expect: 1
	trace((bool)far); // expect: 1
	trace((int)far); // expect: 0
	trace(!far); // expect: 0
	trace(!!far); // expect: 1
}
