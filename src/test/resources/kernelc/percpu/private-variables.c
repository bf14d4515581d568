// code of test: ldp
// no code of test: leap
DEFINE_PER_CPU(int, count);
static DEFINE_PER_CPU(unsigned long, mask) = 0xf0;
DEFINE_PER_CPU(struct { int a, b; }, pair);
void test(void)
{
	this_cpu_write(count, 5);
	this_cpu_inc(count);
	__this_cpu_add(count, 10);
	this_cpu_sub(count, 2);
	__this_cpu_dec(count);
	trace(this_cpu_read(count)); // expect: 13
	this_cpu_or(mask, 1);
	this_cpu_and(mask, ~0x10UL);
	trace(__this_cpu_read(mask)); // expect: 225
	this_cpu_write(pair.b, 3);
	trace(this_cpu_read(pair.a) + this_cpu_read(pair.b)); // expect: 3
	trace(this_cpu_inc_return(count)); // expect: 14
}
