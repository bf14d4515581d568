/* drivers/pci/controller/pcie-brcmstb.c (7.x): errors of the bridge. Waits for its lock. */
#ifdef CONFIG_PCIE_BRCMSTB

DEFINE_SPINLOCK(brcm_bridge_lock);
bool brcm_pcie_has_error;

PANIC_NOTIFIER_IN(brcm_pcie_panic_notify_cb, 0, PN_INFO, spin_lock(&brcm_bridge_lock))
{
	unsigned long flags;

	spin_lock_irqsave(&brcm_bridge_lock, flags);
	udelay(5);
	spin_unlock_irqrestore(&brcm_bridge_lock, flags);
	if (brcm_pcie_has_error)
		pr_err("brcm-pcie: Error: an outbound access has failed\n");
	return NOTIFY_DONE;
}

#endif
