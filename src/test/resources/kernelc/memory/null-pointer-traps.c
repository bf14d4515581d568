// trap: 14
struct s { int a, b; } *p;
void test(void)
{
	trace(1); // expect: 1
	trace(p->b);
}
