/*
 * arch/x86/mm/fault.c of v4.19: other words for the same fault.
 */
static void no_context(struct pt_regs *regs, unsigned long error_code)
{
	unsigned long flags = oops_begin();
	int sig = SIGSEGV;

	pr_alert("BUG: unable to handle kernel NULL pointer dereference at %016lx\n", 0UL);
	if (__die("Oops", regs, error_code))
		sig = 0;
	printk(KERN_DEFAULT "CR2: %016lx\n", 0UL);
	oops_end(flags, regs, sig);
}
