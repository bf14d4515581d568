/* An answer of -EBUSY switches the machine off, so that an outcome tells who has got one. */
void power_off_if_busy(long answer)
{
	if (answer == -EBUSY)
		hw_power_off();
}
