/*
 * The restart handlers of kernel/reboot.c of v5.2: how a driver resets a board. x86 never calls
 * them, nor does a board whose firmware resets it; here that is one without a registered driver.
 */

ATOMIC_NOTIFIER_HEAD(restart_handler_list);

int register_restart_handler(struct notifier_block *nb)
{
	return atomic_notifier_chain_register(&restart_handler_list, nb);
}

int unregister_restart_handler(struct notifier_block *nb)
{
	return atomic_notifier_chain_unregister(&restart_handler_list, nb);
}

/* Does not return if a handler has reset the board, or if only handlers could do so. */
inline void do_kernel_restart(void)
{
	if (restart_handler_list.head == NULL)
		return;
	atomic_notifier_call_chain(&restart_handler_list, reboot_mode, NULL);
	printk("Reboot failed -- System halted\n");
	rest_for_ever();
}
