static void show(void) { trace(strcmp(__func__, "show")); } // expect: 0
void test(void)
{
	show();
	trace(strlen(__func__)); // expect: 4
}
