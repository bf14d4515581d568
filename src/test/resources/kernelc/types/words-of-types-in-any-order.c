long unsigned int a = -1;
int short b = 70000;
unsigned char signed_not;
long long unsigned c = 1;
const volatile int d = 2;
int const e = 3;
void test(void)
{
	trace(a == ~0UL); // expect: 1
	trace(b); // expect: 4464
	trace(sizeof(a) + sizeof(b) + sizeof(signed_not) + sizeof(c)); // expect: 19
	trace(d + e); // expect: 5
}
