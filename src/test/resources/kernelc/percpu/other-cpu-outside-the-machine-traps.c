// trap: 14
DEFINE_PER_CPU(int, x);
void test(void)
{
	trace(per_cpu(x, 0)); // expect: 0
	trace(per_cpu(x, 64));
}
