// config: CONFIG_SMP = 0
void smp_only(void);
void test(void)
{
	if (IS_ENABLED(CONFIG_SMP))
		smp_only();
	if (0 && 1)
		smp_only();
	while (0)
		smp_only();
	trace(1); // expect: 1
}
