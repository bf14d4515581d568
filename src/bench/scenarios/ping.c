/* A round trip of an interrupt: CPU 0 pings, CPU 1's handler pings back. */
#define PING_VECTOR 0xe0
#define ROUNDS 500

static DEFINE_PER_CPU(int, pongs);

static void __interrupt(PING_VECTOR) ping_interrupt(void)
{
	if (smp_processor_id() == 1)
		hw_send_ipi(1, PING_VECTOR);
	else
		this_cpu_inc(pongs);
}

static void bench_ping(int rounds)
{
	int i, before;

	for (i = 0; i < rounds; i++) {
		before = this_cpu_read(pongs);
		hw_send_ipi(2, PING_VECTOR);
		while (this_cpu_read(pongs) == before)
			cpu_relax();
	}
}

void ping_many(void)
{
	u64 start;

	wait_for_others();
	bench_ping(2 * ROUNDS); /* warm */
	start = local_clock();
	bench_ping(ROUNDS);
	panic("round trip %llu ns", (local_clock() - start) / ROUNDS);
}

#define STORES 200000
static int stored;

static void store(int stores)
{
	int i;

	for (i = 0; i < stores; i++)
		WRITE_ONCE(stored, i);
}

/* Steps of one CPU, each a question to memory. */
void store_many(void)
{
	u64 start;

	wait_for_others();
	store(STORES / 2); /* warm */
	start = local_clock();
	store(STORES);
	panic("step %llu ps", (local_clock() - start) * 1000 / STORES);
}
