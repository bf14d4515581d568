int calls;
static int yes(void) { calls++; return 1; }
static int no(void) { calls++; return 0; }
void test(void)
{
	trace(no() && yes()); // expect: 0
	trace(calls); // expect: 1
	trace(yes() || no()); // expect: 1
	trace(calls); // expect: 2
	trace(yes() && no()); // expect: 0
	trace(no() || yes()); // expect: 1
	trace(calls); // expect: 6
	if (!(no() || no()) && !(yes() && no()))
		trace(calls); // expect: 10
}
