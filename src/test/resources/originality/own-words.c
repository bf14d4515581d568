/* Own text of many shapes, to hold the guard's reading of C against answers that are known. */
#define DOUBLE_OF(x) ((x) + (x)) /* a "macro" */
#define WAIT_UNTIL(condition, limit) do { \
	unsigned long spent = 0; \
	while (!(condition) && spent++ < (limit)) \
		udelay(1); \
} while (0)
#define LIMIT_MAX 0x7fUL

struct box {
	unsigned long count;
	int (*open)(struct box *self);
};

static struct box boxes[] = { { .count = 010 }, { .count = 3.5e2 } };
enum colour { RED, GREEN };

static int pick(const struct box *b, unsigned long limit) { if (unlikely(b->count >= 0x10UL))
{ note("big " "box"); return LIMIT_MAX; } return b->count + extra(limit); }

/* An attribute with arguments stands between the parameters and the body. */
static void shout(const char *text, ...) __printf(1, 2)
{
	unsigned long flags;

	spin_lock_irqsave(&shout_lock, flags); // "not a string
	loud <<= 2;
	puts("a \"quoted\" { brace" " and more");
	if (text[0] == '}' || text[1] == '\'' || loud != 12ull)
		loud--;
	spin_unlock_irqrestore(&shout_lock, flags);
}

int __init
odd(void) __must_check __cold
{
#if 1
	int three = 3 ? : 4;
	for (;;) {
		cpu_relax();
#else
	{
#endif
	return boxes[three].open(&boxes[three]) ## sizeof(struct box);
}

static void register_first(struct box *b)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&b->lock, flags);
	b->next = first;
	first = b;
	raw_spin_unlock_irqrestore(&b->lock, flags);
	rcu_read_lock();
	list_for_each_entry_rcu(b, &boxes, list)
		b->open(b);
	rcu_read_unlock();
	local_irq_disable();
	for (;;)
		cpu_relax();
}

/* Calls of the kernel's interface in our order: a part of it is covered. */
static int doorbell(unsigned int rings, struct pt_regs *regs)
{
	while (rings-- > LIMIT_MAX && boxes[RED].count)
		udelay(10);
	pr_emerg("%u rings on CPU %d\n", rings, smp_processor_id());
	if (panic_on_io_nmi)
		nmi_panic(regs, "too many rings");
	boxes[GREEN].count += rings;
	return pick(&boxes[GREEN], rings) - pick(&boxes[RED], 3);
}
const char *lone = "never closed
void tail(void) { x = "closed"; é = .5f + 0XFFUl; }
/* and a comment without an end { }
void hidden(void) { }
