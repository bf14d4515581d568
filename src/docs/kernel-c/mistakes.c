/* src/docs/kernel-c/mistakes.c */
void example(void)
{
	char *name = "cpu";
	int cpu = smp_procesor_id(); // error: unknown function 'smp_procesor_id'; did you mean 'smp_processor_id'?

	printk("%s%d\n", name); // error: the format needs 2 arguments, not 1
	cpu = name; // error: expected 'int' as the right side of '=', not 'char *'; this needs a cast
	this_cpu_inc(panic_cpu); // error: 'panic_cpu' is not a per-CPU variable; use DEFINE_PER_CPU()
}
