#define KERN_SOH "\001"
#define KERN_ERR KERN_SOH "3"
void test(void)
{
	const char *s = KERN_ERR "a" "b\tc\\\"\x41";

	trace(strlen(s)); // expect: 9
	trace(s[0]); // expect: 1
	trace(s[4]); // expect: 9
	trace(s[8]); // expect: 65
}
