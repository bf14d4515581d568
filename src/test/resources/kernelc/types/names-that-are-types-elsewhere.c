typedef int counter;
struct s { int counter; u32 u8; };
void test(void)
{
	struct s s = { .counter = 3 };
	struct s *p = &s;
	counter c = 4;

	p->u8 = 5;
	trace(s.counter + p->counter + c + s.u8); // expect: 15
}
