/*
 * arch/x86/mm/fault.c of v4.19: other words for the same fault.
 */
inline void describe_bad_address(unsigned long error_code)
{
	pr_alert("BUG: unable to handle kernel NULL pointer dereference at %016lx\n", 0UL);
}
