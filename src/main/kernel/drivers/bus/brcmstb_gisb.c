/* drivers/bus/brcmstb_gisb.c: what the bus arbiter has seen, if it still answers. */
#ifdef CONFIG_BRCMSTB_GISB_ARB

int gisb_read_ms;
bool gisb_has_error;

PANIC_NOTIFIER(dump_gisb_error, 0, PN_INFO)
{
	device_await(gisb_read_ms);
	if (gisb_has_error)
		pr_crit("GISB: timeout of a master, the last one's address was captured\n");
	return 0;
}

#endif
