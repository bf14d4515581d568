/*
 * The panic path of July 2019 as a model checker sees it: each section is one action with a
 * global effect. It follows a Promela model of that path transition by transition, so that the
 * numbers of states, transitions and final states can be compared. It is not a kernel: nothing
 * here prints, and nothing is timed.
 *
 * CONFIG_MODEL_MESSAGES  messages that each ordinary CPU prints
 * CONFIG_MODEL_NMI       smp_send_stop() falls back to NMIs
 * CONFIG_MODEL_PATIENT   a bounded wait ends only while some online CPU cannot take the interrupt
 * CONFIG_MODEL_PATCH     printk_bust_lock_safe() as posted on 16 Jul 2019
 * CONFIG_MODEL_START     CPU 0 panics only after the faulty CPU is in its fault
 * CONFIG_MODEL_CTX       where CPU 0 panics: 0 task, 1 holding logbuf_lock, 2 NMI context
 * CONFIG_MODEL_TWO       CPU 1 panics too, after its own messages
 * CONFIG_MODEL_SSOFF     a CPU that stops itself in panic() goes offline
 *
 * For every CPU two more represent the interrupt hardware: they deliver its stop IPI and its
 * stop NMI. With three CPUs, CPU 0 to 2 are the kernel's, CPU 3 to 5 their IPIs, 6 to 8 their NMIs.
 */

#define MODEL_CPUS CONFIG_MODEL_CPUS
#define FREE MODEL_CPUS
#define NOSEQ 255

u8 lb_owner = FREE; /* logbuf_lock, test-and-set */
u8 col = FREE; /* console_owner_lock */
u8 con_sem = 1;
u8 con_owner = FREE;
bool con_waiter;
u8 log_next, con_seq, emitted, dumped;
u8 online = MODEL_CPUS;
u8 panic_on = FREE; /* panic_cpu */
u8 kexec_busy;
u8 pm_seq = NOSEQ; /* position of the first panic line in the log */
bool pm_safe, pm_out; /* still in a safe buffer; on the console */
bool bad; /* the faulty CPU is in its fault */
bool panic_done, allout, dumpok;

u8 safe[MODEL_CPUS]; /* lines in each CPU's printk-safe buffer */
bool halted[MODEL_CPUS], off[MODEL_CPUS], irqoff[MODEL_CPUS];
bool ipi[MODEL_CPUS], nmi[MODEL_CPUS]; /* in flight */
u8 pctx[MODEL_CPUS]; /* printk_context: 0, 1 safe, 2 nmi */

/* The registers of each CPU. */
u8 l_cs[MODEL_CPUS], l_csp[MODEL_CPUS], l_i[MODEL_CPUS], l_lim[MODEL_CPUS], l_k[MODEL_CPUS];
bool l_csv[MODEL_CPUS], l_got[MODEL_CPUS], l_isp[MODEL_CPUS], l_blk[MODEL_CPUS];
bool l_pblk[MODEL_CPUS];

/* An action of a CPU: it requires the guard, and that the CPU has not been stopped. */
#define BEGIN(me, guard) do { lw_section_begin(); lw_section_when(!halted[me] && (guard)); } while (0)
#define END() lw_section_end()

/* Nothing ever happens here. */
#define DEAD() do { lw_section_begin(); lw_section_when(false); lw_section_end(); } while (0)

#define LB_LOCK(me) do { BEGIN(me, lb_owner == FREE); lb_owner = me; END(); } while (0)
#define LB_UNLOCK(me) do { BEGIN(me, true); lb_owner = FREE; END(); } while (0)
#define COL_LOCK(me) do { BEGIN(me, col == FREE); col = me; END(); } while (0)

#define SAFE_ENTER(me) do { \
	l_csv[me] = irqoff[me]; \
	l_csp[me] = pctx[me]; \
	irqoff[me] = true; \
	if (pctx[me] == 0) \
		pctx[me] = 1; \
} while (0)

#define SAFE_EXIT(me) do { \
	irqoff[me] = l_csv[me]; \
	pctx[me] = l_csp[me]; \
	l_csv[me] = false; \
	l_csp[me] = 0; \
} while (0)

#define CON_ENTER(me) do { BEGIN(me, true); l_got[me] = false; SAFE_ENTER(me); END(); } while (0)

/* console_unlock(). The first iteration is separate. */
#define CON_UNLOCK(me) do { \
	CON_ENTER(me); \
	for (;;) { \
		bool step; \
		LB_LOCK(me); \
		BEGIN(me, true); \
		step = con_seq != log_next; \
		if (step) { \
			l_cs[me] = con_seq; \
			con_seq = con_seq + 1; \
		} \
		END(); \
		if (!step) { \
			LB_UNLOCK(me); \
			BEGIN(me, true); con_sem = con_sem + 1; END(); \
			LB_LOCK(me); \
			BEGIN(me, true); l_got[me] = con_seq != log_next; END(); \
			LB_UNLOCK(me); \
			BEGIN(me, true); \
			step = l_got[me] && con_sem > 0; \
			if (step) \
				con_sem = con_sem - 1; \
			l_got[me] = false; \
			SAFE_EXIT(me); \
			END(); \
			if (!step) \
				break; \
		} else { \
			LB_UNLOCK(me); \
			COL_LOCK(me); \
			BEGIN(me, true); con_owner = me; col = FREE; END(); \
			/* call_console_drivers() */ \
			BEGIN(me, true); \
			emitted = emitted + 1; \
			if (l_cs[me] == pm_seq) \
				pm_out = true; \
			l_cs[me] = 0; \
			END(); \
			COL_LOCK(me); \
			BEGIN(me, true); \
			step = con_waiter; \
			con_owner = FREE; \
			col = FREE; \
			if (!step) \
				SAFE_EXIT(me); \
			END(); \
			if (step) { \
				BEGIN(me, true); con_waiter = false; SAFE_EXIT(me); END(); \
				break; \
			} \
		} \
		CON_ENTER(me); \
	} \
} while (0)

#define PRINTK(me) do { \
	bool path; \
	BEGIN(me, true); \
	path = pctx[me] == 0; \
	if (path) { \
		SAFE_ENTER(me); \
	} else { \
		safe[me] = safe[me] + 1; \
		if (l_isp[me]) { \
			pm_safe = true; \
			l_isp[me] = false; \
		} \
	} \
	END(); \
	if (!path) \
		break; \
	LB_LOCK(me); \
	BEGIN(me, true); \
	if (l_isp[me]) { \
		pm_seq = log_next; \
		l_isp[me] = false; \
	} \
	log_next = log_next + 1; \
	END(); \
	LB_UNLOCK(me); \
	BEGIN(me, true); SAFE_EXIT(me); END(); \
	/* console_trylock_spinning() */ \
	BEGIN(me, true); \
	path = con_sem > 0; \
	if (path) { \
		con_sem = con_sem - 1; \
		l_got[me] = true; \
	} else { \
		SAFE_ENTER(me); \
	} \
	END(); \
	if (!path) { \
		COL_LOCK(me); \
		BEGIN(me, true); \
		path = !con_waiter && con_owner != FREE && con_owner != me; \
		col = FREE; \
		if (path) \
			con_waiter = true; \
		else \
			SAFE_EXIT(me); \
		END(); \
		if (path) { \
			BEGIN(me, !con_waiter); SAFE_EXIT(me); l_got[me] = true; END(); \
		} \
	} \
	lw_section_begin(); path = l_got[me]; lw_section_end(); \
	if (path) \
		CON_UNLOCK(me); \
} while (0)

/* A step along the safe buffers: 0 no more buffers, 1 this one has lines, 2 it is empty. */
#define SAFE_LOOK(me, what) do { \
	BEGIN(me, true); \
	if (l_i[me] == MODEL_CPUS) { \
		l_i[me] = 0; \
		what = 0; \
	} else if (safe[l_i[me]] > 0) { \
		what = 1; \
	} else { \
		l_i[me] = l_i[me] + 1; \
		what = 2; \
	} \
	END(); \
} while (0)

/* printk_safe_flush(). The first look is separate. */
#define SAFE_FLUSH(me) do { \
	int what; \
	SAFE_LOOK(me, what); \
	while (what) { \
		if (what == 1) { \
			LB_LOCK(me); \
			BEGIN(me, true); \
			safe[l_i[me]] = safe[l_i[me]] - 1; \
			if (l_i[me] == panic_on && pm_safe) { \
				pm_safe = false; \
				pm_seq = log_next; \
			} \
			log_next = log_next + 1; \
			END(); \
			LB_UNLOCK(me); \
		} \
		SAFE_LOOK(me, what); \
	} \
} while (0)

/* printk_bust_lock_safe(): l_blk says that the log must not be touched. */
#define BUST_LOCK(me) do { \
	bool locked; \
	BEGIN(me, true); \
	locked = lb_owner != FREE; \
	if (!locked) \
		l_blk[me] = false; \
	END(); \
	if (locked) { \
		BEGIN(me, true); \
		if (online == 1) { \
			lb_owner = FREE; \
			l_blk[me] = false; \
		} else { \
			l_blk[me] = true; \
		} \
		END(); \
	} \
} while (0)

#define SAFE_FLUSH_ON_PANIC(me) do { \
	bool free; \
	BUST_LOCK(me); \
	lw_section_begin(); free = !l_blk[me]; lw_section_end(); \
	if (free) \
		SAFE_FLUSH(me); \
} while (0)

#define KMSG_DUMP(me) do { \
	bool more; \
	LB_LOCK(me); \
	BEGIN(me, true); l_lim[me] = log_next; END(); \
	LB_UNLOCK(me); \
	for (;;) { \
		BEGIN(me, true); \
		more = dumped < l_lim[me]; \
		if (!more) { \
			dumpok = true; \
			l_lim[me] = 0; \
		} \
		END(); \
		if (!more) \
			break; \
		LB_LOCK(me); \
		BEGIN(me, true); dumped = dumped + 1; END(); \
		LB_UNLOCK(me); \
	} \
} while (0)

#define CRASH_KEXEC(me) do { \
	bool mine; \
	BEGIN(me, true); \
	mine = kexec_busy == 0; \
	if (mine) \
		kexec_busy = 1; \
	END(); \
	if (mine) { \
		BEGIN(me, true); kexec_busy = 0; END(); \
	} \
} while (0)

/* Sends to all online CPUs except this one. */
#define SEND(me, flag) do { \
	int to; \
	for (to = 0; to < MODEL_CPUS; to++) \
		if (to != me && !off[to]) \
			flag[to] = true; \
} while (0)

static bool any_unstoppable(int me)
{
	int cpu;

	for (cpu = 0; cpu < MODEL_CPUS; cpu++)
		if (cpu != me && !off[cpu] && irqoff[cpu])
			return true;
	return false;
}

#ifdef CONFIG_MODEL_PATIENT
#define EXPIRE_IPI(me) any_unstoppable(me)
#define EXPIRE_NMI false
#else
#define EXPIRE_IPI(me) true
#define EXPIRE_NMI true
#endif

#ifdef CONFIG_MODEL_NMI
#define STOP_BY_NMI(me) do { \
	bool others; \
	BEGIN(me, true); others = online > 1; END(); \
	if (others) { \
		PRINTK(me); /* "Shutting down cpus with NMI" */ \
		BEGIN(me, true); SEND(me, nmi); END(); \
		BEGIN(me, online == 1 || EXPIRE_NMI); END(); \
	} \
} while (0)
#else
#define STOP_BY_NMI(me)
#endif

#define SMP_SEND_STOP(me) do { \
	bool alone; \
	BEGIN(me, true); \
	alone = online == 1; \
	if (!alone) \
		SEND(me, ipi); \
	END(); \
	if (!alone) { \
		BEGIN(me, online == 1 || EXPIRE_IPI(me)); END(); \
		STOP_BY_NMI(me); \
	} \
} while (0)

#define CONSOLE_DUMP(me) do { \
	bool got; \
	/* console_unblank() with oops_in_progress */ \
	BEGIN(me, true); \
	got = con_sem > 0; \
	if (got) \
		con_sem = con_sem - 1; \
	END(); \
	if (got) \
		CON_UNLOCK(me); \
	/* console_flush_on_panic() */ \
	BEGIN(me, true); \
	if (con_sem > 0) \
		con_sem = con_sem - 1; \
	END(); \
	CON_UNLOCK(me); \
} while (0)

#ifdef CONFIG_MODEL_PATCH
#define LAST_WORDS(me) do { \
	bool log; \
	BUST_LOCK(me); \
	BEGIN(me, true); l_pblk[me] = l_blk[me]; END(); \
	lw_section_begin(); log = !l_pblk[me]; lw_section_end(); \
	if (log) { \
		SAFE_FLUSH_ON_PANIC(me); \
		KMSG_DUMP(me); \
		CONSOLE_DUMP(me); \
	} \
} while (0)
#else
#define LAST_WORDS(me) do { \
	SAFE_FLUSH_ON_PANIC(me); \
	KMSG_DUMP(me); \
	CONSOLE_DUMP(me); \
} while (0)
#endif

static bool all_flushed(void)
{
	int cpu;

	for (cpu = 0; cpu < MODEL_CPUS; cpu++)
		if (safe[cpu] > 0)
			return false;
	return true;
}

#define PANIC(me) do { \
	bool first; \
	BEGIN(me, true); irqoff[me] = true; END(); \
	BEGIN(me, true); \
	first = panic_on == FREE; \
	if (first) { \
		panic_on = me; \
		l_isp[me] = true; \
		lw_panic_begins(); \
	} else if (CONFIG_MODEL_SSOFF) { \
		off[me] = true; \
		online = online - 1; \
		halted[me] = true; \
	} \
	END(); \
	if (!first) \
		break; \
	PRINTK(me); /* "Kernel panic - not syncing" */ \
	SAFE_FLUSH_ON_PANIC(me); \
	CRASH_KEXEC(me); \
	SMP_SEND_STOP(me); \
	LAST_WORDS(me); \
	BEGIN(me, true); allout = emitted == log_next && all_flushed(); END(); \
	PRINTK(me); /* "---[ end Kernel panic" */ \
	BEGIN(me, true); panic_done = true; lw_final_loop(); END(); \
} while (0)

void panicker(void)
{
	BEGIN(0, true); END(); /* it prints nothing before it panics */
#ifdef CONFIG_MODEL_START
	BEGIN(0, bad); END();
#endif
	if (CONFIG_MODEL_CTX == 1) {
		BEGIN(0, true); irqoff[0] = true; pctx[0] = 1; END();
		LB_LOCK(0);
	} else if (CONFIG_MODEL_CTX == 2) {
		BEGIN(0, true); irqoff[0] = true; pctx[0] = 2; END();
	}
	PANIC(0);
	DEAD();
}

#define WORK(me) do { \
	bool more; \
	for (;;) { \
		BEGIN(me, true); \
		more = l_k[me] < CONFIG_MODEL_MESSAGES; \
		if (more) \
			l_k[me] = l_k[me] + 1; \
		else \
			l_k[me] = 0; \
		END(); \
		if (!more) \
			break; \
		PRINTK(me); \
	} \
} while (0)

void worker1(void)
{
	WORK(1);
#ifdef CONFIG_MODEL_TWO
	PANIC(1);
#endif
	DEAD();
}

#if CONFIG_MODEL_CPUS > 2
void worker2(void)
{
	WORK(2);
	DEAD();
}
#endif

/* ---- faulty CPUs ---- */

#define LAST (MODEL_CPUS - 1)

/* Takes logbuf_lock with interrupts off and loops. */
void holds_logbuf_lock(void)
{
	BEGIN(LAST, true); irqoff[LAST] = true; pctx[LAST] = 1; END();
	LB_LOCK(LAST);
	BEGIN(LAST, true); bad = true; END();
	DEAD();
}

/* Loops with interrupts off. */
void loops_irqs_off(void)
{
	BEGIN(LAST, true); irqoff[LAST] = true; bad = true; END();
	DEAD();
}

/* ---- the hardware that delivers stop interrupts ---- */

#define STOP(cpu) do { \
	halted[cpu] = true; \
	off[cpu] = true; \
	online = online - 1; \
	ipi[cpu] = false; \
	nmi[cpu] = false; \
} while (0)

#define DELIVER(guard, cpu) do { \
	lw_section_begin(); \
	lw_section_when(guard); \
	STOP(cpu); \
	lw_section_end(); \
} while (1)

#define DELIVER_IPI(cpu) DELIVER(ipi[cpu] && !irqoff[cpu] && !halted[cpu], cpu)
#define DELIVER_NMI(cpu) DELIVER(nmi[cpu] && !halted[cpu], cpu)

void ipi_to_cpu0(void) { DELIVER_IPI(0); }
void ipi_to_cpu1(void) { DELIVER_IPI(1); }
void nmi_to_cpu0(void) { DELIVER_NMI(0); }
void nmi_to_cpu1(void) { DELIVER_NMI(1); }
#if CONFIG_MODEL_CPUS > 2
void ipi_to_cpu2(void) { DELIVER_IPI(2); }
void nmi_to_cpu2(void) { DELIVER_NMI(2); }
#endif
