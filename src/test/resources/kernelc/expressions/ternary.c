void test(void)
{
	int x = 5, y = 0;
	char *name = x ? "x" : "y";

	trace(x ? 1 : 2); // expect: 1
	trace(y ? 1 : x > 3 ? 7 : 8); // expect: 7
	trace(x ?: 9); // expect: 5
	trace(y ?: 9); // expect: 9
	trace(strcmp(name, "x")); // expect: 0
	x = y ? x + 1 : x + 2;
	trace(x); // expect: 7
	x = x ?: x;
	trace(x); // expect: 7
	trace(sizeof(y ? 1 : 1L)); // expect: 8
	y ? (x = 1) : (x = 2);
	trace(x); // expect: 2
}
