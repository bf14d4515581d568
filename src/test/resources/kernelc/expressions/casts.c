void test(void)
{
	int i = -1;
	long l = 0x123456789ab;

	trace((u8)i); // expect: 255
	trace((u16)i); // expect: 65535
	trace((u32)i); // expect: 4294967295
	trace((s8)200); // expect: -56
	trace((s16)l); // expect: -30293
	trace((int)l); // expect: 1164413355
	trace((unsigned long)i == ~0UL); // expect: 1
	trace((long)(void *)0); // expect: 0
	trace((char)300); // expect: 44
	(void)i;
}
