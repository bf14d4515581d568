void test(void)
{
	trace(smp_processor_id()); // expect: 0
	trace(num_possible_cpus()); // expect: 1
	trace(hweight_long(0xff00ff)); // expect: 16
	trace(__ffs(8)); // expect: 3
	trace(__fls(9)); // expect: 3
	trace(irqs_disabled()); // expect: 0
	local_irq_disable();
	trace(irqs_disabled()); // expect: 1
	local_irq_enable();
}
