static long widen(u8 b, s16 s, bool t, long l) { return b + s + t + l; }
void test(void)
{
	trace(widen(257, 65535, 7, -1)); // expect: 0
}
