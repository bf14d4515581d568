/* arch/x86/kernel/apic/hw_nmi.c: the NMI that makes a CPU show its stack. */

static int nmi_cpu_backtrace_handler(unsigned int type, struct pt_regs *regs)
{
	return nmi_cpu_backtrace(regs) ? NMI_HANDLED : NMI_DONE;
}

static struct nmiaction nmi_cpu_backtrace_action = {
	.handler = nmi_cpu_backtrace_handler,
	.name = "arch_bt",
};

static void register_nmi_cpu_backtrace_handler(void)
{
	register_nmi_handler(NMI_LOCAL, &nmi_cpu_backtrace_action);
}
early_initcall(register_nmi_cpu_backtrace_handler);
