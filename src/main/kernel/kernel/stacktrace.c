/*
 * What dumps of stacks and registers have in common on all architectures.
 *
 * Registers: this machine has none. Where a place or an address follows from what a CPU does, it is
 * shown; the rest is what happened to be there, and of the usual form.
 */

/* What this CPU was switched on with, and what the registers that are being shown were left with. */
static DEFINE_PER_CPU(u64, first_leftovers);
static DEFINE_PER_CPU(u64, leftovers);

/*
 * From here on the registers of that level are shown: the same at each dump, for as long as the
 * function there is at the same place.
 */
void leftovers_of(int level)
{
	if (!this_cpu_read(first_leftovers))
		this_cpu_write(first_leftovers, hw_leftover());
	this_cpu_write(leftovers, this_cpu_read(first_leftovers) +
		       0xd1342543de82ef95UL * ((unsigned long)frame_place(level) + level));
}

/* One word of 64 bits of them: the same for the same number until leftovers_of() another level. */
u64 leftover_bits(unsigned int number)
{
	u64 bits = (this_cpu_read(leftovers) + number + 1) * 0x9e3779b97f4a7c15UL;

	bits ^= bits >> 29;
	bits *= 0xbf58476d1ce4e5b9UL;
	return bits ^ bits >> 32;
}

/* As a register holds it: nothing, a number, an address of data, of the stack or of code. */
unsigned long leftover(unsigned int number)
{
	u64 bits = leftover_bits(number);

	switch (bits & 15) {
	case 0: case 1: case 2: case 3: case 4:
		return 0;
	case 5: case 6: case 7:
		return bits >> 16 & 0xff;
	case 8:
		return bits >> 16 & 0xffffffff;
	case 9:
		return stack_address(bits >> 16 & 15);
	case 10:
		return _text + (bits >> 16 & 0xfffff0);
	default:
		return DATA_AREA + (bits >> 16 & DATA_AREA_MASK);
	}
}

DEFINE_PER_CPU(int, warn_trap);

/* Were interrupts on at that level, when what is one level up came? */
bool irqs_were_on(int level)
{
	if (entered_by_hardware(level + 1))
		return frame_irqs_on(level + 1);
	return level + 1 == warn_trap_level() ? warn_trap_irqs() : !irqs_disabled();
}

/* What the innermost interrupt, NMI or trap of this CPU interrupted; -1 when there is none. */
inline int interrupted_level(void)
{
	int level = stack_top();

	while (level > 0 && !entered_by_hardware(level))
		level--;
	return level - 1;
}

/* Modules do not exist here. */
void print_modules(void)
{
	printk("Modules linked in:\n");
}
