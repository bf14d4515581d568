int shared = 10;
void test(void)
{
	int i = 1;
	u8 byte = 255;

	trace(i++); // expect: 1
	trace(i); // expect: 2
	trace(++i); // expect: 3
	trace(i--); // expect: 3
	trace(--i); // expect: 1
	trace(shared++ + shared); // expect: 21
	trace(--shared); // expect: 10
	byte++;
	trace(byte); // expect: 0
	trace(--byte); // expect: 255
}
