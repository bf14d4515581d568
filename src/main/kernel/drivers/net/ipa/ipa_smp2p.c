/* drivers/net/ipa/ipa_smp2p.c: tells the modem whether its clock is on, for its own dump. */
#ifdef CONFIG_QCOM_IPA

bool ipa_clock_on = true;
static int ipa_modem_knows;

PANIC_NOTIFIER(ipa_smp2p_panic_notifier, INT_MAX, PN_HARDWARE)
{
	udelay(1);
	ipa_modem_knows = ipa_clock_on ? 2 : 1;
	return NOTIFY_DONE;
}

#endif
