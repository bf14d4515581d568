// config: CONFIG_SMP = 1
// config: CONFIG_NR_CPUS = 64
// config: CONFIG_OFF = 0
#define LEVEL 3
static int bits(void)
{
	int n = 0;

#ifdef CONFIG_SMP
	n |= 1;
#endif
#ifndef CONFIG_OFF
	n |= 2;
#else
	n = 1000;
#endif
#if IS_ENABLED(CONFIG_SMP) && !IS_ENABLED(CONFIG_OFF) && !defined(CONFIG_NONE)
	n |= 4;
#endif
#if CONFIG_NR_CPUS > 32 && LEVEL == 3 && (1 << 2) + 1 == 5
	n |= 8;
#elif 1
	n = 1000;
#endif
#if 0
	nonsense ' here "
#elif LEVEL > 5 || defined LEVEL
	n |= 16;
#elif 1
	n = 1000;
#else
	n = 1000;
#endif
#if CONFIG_UNKNOWN ? 1 : 0
	n = 1000;
#endif
	return n;
}
void test(void)
{
	trace(bits()); // expect: 31
	trace(CONFIG_NR_CPUS); // expect: 64
	trace(IS_ENABLED(CONFIG_SMP) + IS_ENABLED(CONFIG_NONE)); // expect: 1
}
