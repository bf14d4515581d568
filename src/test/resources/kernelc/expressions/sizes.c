struct s { char c; int i; char d; long l; short h; };
struct s array[3];
void test(void)
{
	char buf[40];
	char *p = buf;

	trace(sizeof(char)); // expect: 1
	trace(sizeof(bool)); // expect: 1
	trace(sizeof(short)); // expect: 2
	trace(sizeof(int)); // expect: 4
	trace(sizeof(long)); // expect: 8
	trace(sizeof(long long)); // expect: 8
	trace(sizeof(void *)); // expect: 8
	trace(sizeof(struct s)); // expect: 32
	trace(sizeof array); // expect: 96
	trace(sizeof(array[0].c)); // expect: 1
	trace(sizeof buf); // expect: 40
	trace(sizeof(p)); // expect: 8
	trace(sizeof(*p)); // expect: 1
	trace(sizeof("four")); // expect: 5
	trace(sizeof(int [7])); // expect: 28
	trace(ARRAY_SIZE(array)); // expect: 3
	trace(sizeof(raw_spinlock_t)); // expect: 4
}
