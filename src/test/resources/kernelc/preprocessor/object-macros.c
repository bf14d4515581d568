#define ONE 1
#define TWO (ONE + ONE)
#define EMPTY
#define LONG_ONE 1 + \
	2
void test(void)
{
	trace(TWO); // expect: 2
	trace(LONG_ONE EMPTY); // expect: 3
#undef ONE
#define ONE 10
	trace(TWO); // expect: 20
}
