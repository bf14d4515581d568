void test(void)
{
	trace(0x10); // expect: 16
	trace(010); // expect: 8
	trace(0b101); // expect: 5
	trace('a'); // expect: 97
	trace('\n'); // expect: 10
	trace('\0'); // expect: 0
	trace('\x41'); // expect: 65
	trace('\''); // expect: 39
	trace('\377'); // expect: -1
	trace(sizeof(0xffffffff)); // expect: 4
	trace(0xffffffff); // expect: 4294967295
	trace(sizeof(4294967295)); // expect: 8
	trace(10UL + 5ull + 1lu); // expect: 16
	trace(0xffffffffffffffff == -1UL); // expect: 1
}
