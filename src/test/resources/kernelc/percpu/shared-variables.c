// code of test: leap
// code of inc: rmw
// no code of plain: rmw
struct s { int len; char text[16]; raw_spinlock_t lock; int v[3]; };
DEFINE_PER_CPU(struct s, area) = { .len = 4, .text = "four" };
DEFINE_PER_CPU(int, x);
static void inc(void) { this_cpu_inc(x); }
static void plain(void) { __this_cpu_inc(x); }
void test(void)
{
	struct s *p = this_cpu_ptr(&area);
	int cpu = smp_processor_id(), i = 1;

	trace(p->len); // expect: 4
	trace(strlen(p->text)); // expect: 4
	per_cpu(x, cpu) = 7;
	inc();
	plain();
	trace(this_cpu_read(x)); // expect: 9
	(*per_cpu_ptr(&x, 0))++;
	trace(per_cpu(x, 0)); // expect: 10
	per_cpu(area, cpu).v[i] = 6;
	trace(this_cpu_read(area.v[1])); // expect: 6
	trace(this_cpu_read(area.v[i])); // expect: 6
	trace(per_cpu(area.len, cpu)); // expect: 4
	raw_spin_lock(&p->lock);
	raw_spin_unlock(&per_cpu(area, cpu).lock);
	trace(this_cpu_add_return(x, 5)); // expect: 15
	trace(this_cpu_xchg(x, 1)); // expect: 15
	trace(this_cpu_cmpxchg(x, 1, 2) * 10 + this_cpu_read(x)); // expect: 12
}
