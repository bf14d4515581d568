/* src/docs/kernel-c/order.c */
DEFINE_RAW_SPINLOCK(ring_lock);
DEFINE_RAW_SPINLOCK(port_lock);
static unsigned long sent;

/* A workload: sends for ever. */
void transmit(void)
{
	for (;;) {
		raw_spin_lock(&ring_lock);
		raw_spin_lock(&port_lock);
		sent++;
		raw_spin_unlock(&port_lock);
		raw_spin_unlock(&ring_lock);
		udelay(5);
	}
}

/* Another one: resets the port now and then, and takes the locks in the other order. */
void reset_port(unsigned int period_us)
{
	for (;;) {
		raw_spin_lock(&port_lock);
		raw_spin_lock(&ring_lock);
		sent = 0;
		raw_spin_unlock(&ring_lock);
		raw_spin_unlock(&port_lock);
		udelay(period_us);
	}
}
