/* A kernel in miniature: it prints, stops the other CPU, dumps its log and loops. */
DEFINE_RAW_SPINLOCK(log_lock);
static struct record log_buf[RECORDS];
static unsigned int log_next;
static struct sink *sinks;
enum state system_state;
int panic_cpu = -1;
int panic_timeout;
bool verbose;
unsigned long stopped_mask;
DEFINE_PER_CPU(int, nesting);
DEFINE_PER_CPU(unsigned long, hits) = 1;

static int uart_write(const struct record *record)
{
	char line[80];
	int len = 0;

#ifdef CONFIG_TIMES
	len = scnprintf(line, sizeof(line), "[%5lu.%06lu] ", (unsigned long)record->stamp / 1000000000UL,
			(unsigned long)(record->stamp / 1000) % 1000000);
#endif
	len += scnprintf(line + len, sizeof(line) - len, "%d: %s\n", record->cpu, record->text);
	return hw_uart_tx(0, line, 0) == len ? 0 : -5;
}

static struct sink uart_sink = { .name = "uart", .write = uart_write };

static void register_sink(struct sink *sink)
{
	sink->next = sinks;
	sinks = sink;
}

static void boot(void)
{
	register_sink(&uart_sink);
	system_state = RUNNING;
}
core_initcall(boot);

int vprintk(const char *fmt, va_list args)
{
	unsigned long flags = arch_local_irq_save();
	struct record *record;
	struct sink *sink;
	int len;

	raw_spin_lock(&log_lock);
	record = &log_buf[log_next++ % RECORDS];
	record->cpu = smp_processor_id();
	record->stamp = local_clock();
	len = vsnprintf(record->text, sizeof(record->text), fmt, args);
	for (sink = sinks; sink; sink = sink->next) {
		if (sink->write(record) < 0 && verbose)
			break;
	}
	raw_spin_unlock(&log_lock);
	arch_local_irq_restore(flags);
	return max(len, 0);
}

int printk(const char *fmt, ...)
{
	va_list args;
	int len;

	va_start(args, fmt);
	len = vprintk(fmt, args);
	va_end(args);
	return len;
}

__interrupt(STOP_VECTOR) void stop_interrupt(void)
{
	fetch_or(&stopped_mask, 1UL << smp_processor_id());
	for (;;)
		halt();
}

__interrupt(NMI_VECTOR) void nmi(void)
{
	this_cpu_inc(nesting);
	if (panic_cpu >= 0 && panic_cpu != smp_processor_id())
		stop_interrupt();
	this_cpu_dec(nesting);
}

static int stop_others(void)
{
	unsigned long others = ((1UL << num_possible_cpus()) - 1) & ~(1UL << smp_processor_id());
	int timeout = 100;

	hw_send_ipi(others, STOP_VECTOR);
	while ((READ_ONCE(stopped_mask) & others) != others && timeout--)
		udelay(1);
	switch (timeout) {
	case -1:
		hw_send_ipi(others, NMI_VECTOR);
		return 1;
	default:
		break;
	}
	return 0;
}

static int dump(void)
{
	char *text = "%d records, %s";
	char buf[64];
	int i, cpu, total = 0;

	for_each_cpu(cpu)
		total += per_cpu(hits, cpu);
	for (i = 0; i < ARRAY_SIZE(log_buf); i++) {
		if (!log_buf[i].stamp)
			continue;
		total++;
	}
	snprintf(buf, sizeof(buf), text, total, system_state == DYING ? "dying" : "alive");
	return hw_pram_write(0, buf);
}

void panic(const char *why)
{
	local_irq_disable();
	if (cmpxchg(&panic_cpu, -1, smp_processor_id()) != -1)
		goto loop;
	lw_panic_begins();
	lw_said(why, true);
	system_state = DYING;
	if (stop_others())
		raw_spin_lock_init(&log_lock);
	pr("%s on %d%%", why, smp_processor_id());
	dump();
	lw_dump_over();
	if (panic_timeout) {
		mdelay(panic_timeout);
		hw_reset();
	}
loop:
	lw_final_loop();
	for (;;)
		cpu_relax();
}

/* ---- workloads ---- */

void idle(void)
{
	for (;;)
		halt();
}

void stuck_holding(raw_spinlock_t *lock)
{
	this_cpu_add(hits, 2);
	raw_spin_lock(lock);
	lw_staged();
	do {
		cpu_relax();
	} while (!READ_ONCE(stopped_mask));
	raw_spin_unlock(lock);
}

void panic_after(unsigned int us)
{
	while (!lw_all_staged())
		cpu_relax();
	udelay(us);
	panic("made up");
}
