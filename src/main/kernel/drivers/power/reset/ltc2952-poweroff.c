/*
 * drivers/power/reset/ltc2952-poweroff.c: the line that keeps the power on is no longer driven. If
 * the button was pressed before the panic, the power goes off.
 */
#ifdef CONFIG_POWER_RESET_LTC2952

static bool ltc2952_kernel_panic;
bool ltc2952_button_pressed;
CRASH_DEVICE(ltc2952, "LTC2952 power-off line", SUFFERS_RESET, false);

PANIC_NOTIFIER(ltc2952_poweroff_notify_panic, 0, PN_HARDWARE)
{
	ltc2952_kernel_panic = true;
	ltc2952.active = ltc2952_button_pressed;
	return NOTIFY_DONE;
}

#endif
