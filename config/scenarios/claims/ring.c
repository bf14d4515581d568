/*
 * The loop of console_unlock() and the ring of records that it drains, and nothing else of
 * printk(). So that a CPU that prints for ever comes back to where it was, the numbers of records
 * are modulo twice the ring (nobody asks for more than how many lie between two of them), and what
 * has been shown is forgotten. Otherwise as in printk.c of v5.2: a full ring loses its oldest
 * record, and a CPU that waits for the consoles is handed them after the line that is being shown.
 */
#include "workload.h"

#define RECORDS 2
#define NUMBERS 4

DEFINE_RAW_SPINLOCK(ring_lock);
DEFINE_RAW_SPINLOCK(owner_lock);
unsigned int first, next, seq; /* records: the oldest, the next one, the next to be shown */
bool shown_by_somebody; /* console_sem */
bool owned; /* console_owner is set: a line is on its way */
bool waits; /* console_waiter */
unsigned int line_us = 900; /* a line on its way */

static void store(void)
{
	raw_spin_lock(&ring_lock);
	if ((next + NUMBERS - first) % NUMBERS == RECORDS) {
		if (seq == first)
			seq = (seq + 1) % NUMBERS;
		first = (first + 1) % NUMBERS;
	}
	next = (next + 1) % NUMBERS;
	raw_spin_unlock(&ring_lock);
}

static bool take_consoles(void)
{
	bool got;

	raw_spin_lock(&owner_lock);
	got = !shown_by_somebody;
	shown_by_somebody = true;
	raw_spin_unlock(&owner_lock);
	return got;
}

/* False when there is nothing to show. */
static bool take_record(void)
{
	bool any;

	raw_spin_lock(&ring_lock);
	any = seq != next;
	if (any)
		seq = (seq + 1) % NUMBERS;
	raw_spin_unlock(&ring_lock);
	return any;
}

/* console_lock_spinning_enable() */
static void own(void)
{
	raw_spin_lock(&owner_lock);
	owned = true;
	raw_spin_unlock(&owner_lock);
}

/* console_lock_spinning_disable_and_check() */
static bool hand_over(void)
{
	bool other;

	raw_spin_lock(&owner_lock);
	other = waits;
	owned = false;
	waits = false;
	raw_spin_unlock(&owner_lock);
	return other;
}

static bool pending(void)
{
	bool any;

	raw_spin_lock(&ring_lock);
	any = seq != next;
	raw_spin_unlock(&ring_lock);
	return any;
}

/* console_unlock() */
static void show(void)
{
	do {
		while (take_record()) {
			own();
			udelay(line_us);
			if (hand_over())
				return;
		}
		WRITE_ONCE(shown_by_somebody, false);
		/* A record that came since then relies on us. */
	} while (pending() && take_consoles());
}

/*
 * printk(): stores, and shows what is pending or waits to be handed the consoles; if somebody else
 * waits, or the consoles are between two lines, it leaves the record to them.
 */
static void print(void)
{
	bool spins = false;

	store();
	if (!take_consoles()) {
		raw_spin_lock(&owner_lock);
		if (owned && !waits) {
			waits = true;
			spins = true;
		}
		raw_spin_unlock(&owner_lock);
		if (!spins)
			return;
		while (READ_ONCE(waits))
			cpu_relax();
	}
	show();
}

/* Panics, and needs one line to be out. */
void panic_with_a_line(void)
{
	lw_panic_begins();
	print();
	lw_final_loop();
	for (;;)
		halt();
}

/* printk_deferred(), a flush of safe buffers: never waits for the consoles. */
void write_for_ever(void)
{
	local_irq_disable();
	for (;;) {
		store();
		udelay(50);
	}
}

void print_for_ever(void)
{
	local_irq_disable();
	for (;;)
		print();
}
