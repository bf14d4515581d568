/* In secondary_start_kernel(): interrupts are off, and the CPU is not in cpu_online_mask yet. */
void panics_while_it_comes_up(void)
{
	local_irq_disable();
	set_cpu_online(smp_processor_id(), false);
	wait_for_others();
	panic("a BUG while this CPU comes up");
}
