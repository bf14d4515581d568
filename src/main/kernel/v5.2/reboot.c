/*
 * kernel/reboot.c of v5.2: the part that a panic uses.
 */

enum reboot_mode reboot_mode = REBOOT_COLD;
enum reboot_mode panic_reboot_mode = REBOOT_UNDEFINED;

/* Without asking anybody. */
void emergency_restart(void)
{
	kmsg_dump(KMSG_DUMP_EMERG);
	machine_emergency_restart();
}
