// no code of f: ext       r1, r1, s32
static u8 f(int a, int b) { return (a + b) * 3 - (a ^ b); }
void test(void)
{
	trace(f(200, 100)); // expect: 216
	trace(f(0x7fffffff, 2)); // expect: 6
}
