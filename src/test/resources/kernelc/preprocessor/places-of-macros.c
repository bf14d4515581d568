#define TWO_LINES(x) do { \
	trace(x); \
	trace(x + 1); \
} while (0)
void test(void)
{
	TWO_LINES(5); // expect: 5, 6
	trace(__LINE__); // expect: 8
	trace(strcmp(__FILE__, "places-of-macros.c")); // expect: 0
}
