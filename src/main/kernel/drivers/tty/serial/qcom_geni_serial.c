/* drivers/tty/serial/qcom_geni_serial.c (7.3): drops the transfer in progress, for the console. */
#ifdef CONFIG_SERIAL_QCOM_GENI

PANIC_NOTIFIER(qcom_geni_serial_panic_notifier, 0, PN_REST)
{
	udelay(20);
	return NOTIFY_OK;
}

#endif
