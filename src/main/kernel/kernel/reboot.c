/*
 * kernel/reboot.c: the part that a panic uses.
 */

enum reboot_mode reboot_mode = REBOOT_COLD;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
enum reboot_mode panic_reboot_mode = REBOOT_UNDEFINED;
#endif

/* Without asking anyone. */
void emergency_restart(void)
{
	kmsg_dump(KMSG_DUMP_EMERG);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0) || BACKPORT(emergency_restart_state)
	system_state = SYSTEM_RESTART;
#endif
	machine_emergency_restart();
}

/* Restart on arm and arm64: the others are told to stop once more, with the full time-out. */
inline void stop_others_and_reset(void)
{
	local_irq_disable();
	smp_send_stop();
	do_kernel_restart();
	hw_reset();

	printk("Reboot failed -- System halted\n");
	rest_for_ever();
}
