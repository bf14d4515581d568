/* src/docs/kernel-c/stages.c */
DEFINE_RAW_SPINLOCK(port_lock);

inline void reset_first_stage(void)
{
	raw_spin_lock(&port_lock);
}

inline void reset_second_stage(void)
{
	raw_spin_lock(&port_lock);
}

void reset_port(void)
{
	reset_first_stage();
	reset_second_stage();
}
