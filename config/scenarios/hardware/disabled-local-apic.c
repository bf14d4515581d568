/* A disabled local APIC: what waits in it is taken, NMIs pass, nothing else is accepted. */

#define TEST_VECTOR 0x81

static int interrupts;
static int nmis;

__interrupt(TEST_VECTOR) void count_interrupt(void)
{
	interrupts++;
}

static int count_nmi(unsigned int type, struct pt_regs *regs)
{
	nmis++;
	return NMI_HANDLED;
}

static struct nmiaction counter = { .handler = count_nmi, .name = "count" };

/* Interrupts itself twice: before the APIC is disabled, which counts, and after that. */
void interrupt_itself(void)
{
	local_irq_disable();
	hw_send_ipi(cpumask_of(smp_processor_id()), TEST_VECTOR);
	udelay(100);
	lapic_disable();
	hw_send_ipi(cpumask_of(smp_processor_id()), TEST_VECTOR);
	udelay(100);
	local_irq_enable();
	if (interrupts == 1)
		panic("taken once");
}

void disable_local_apic(void)
{
	register_nmi_handler(NMI_LOCAL, &counter);
	lapic_disable();
	lw_staged();
	for (;;)
		;
}

void send_nmi_and_interrupt(void)
{
	wait_for_others();
	hw_send_ipi(cpumask_of(1), NMI_VECTOR);
	hw_send_ipi(cpumask_of(1), TEST_VECTOR);
	mdelay(1);
	if (nmis == 1 && !interrupts)
		panic("only the NMI is taken");
}
