/*
 * Common to dumps of stacks and registers on all architectures.
 *
 * Registers: this machine has none. A place or an address is shown if it follows from what a CPU
 * does; the rest is leftovers, in the usual form.
 */

/* What this CPU had at power-on, and what the registers being shown were left with. */
static DEFINE_PER_CPU(u64, first_leftovers);
static DEFINE_PER_CPU(u64, leftovers);

/*
 * From now on the registers of this level are shown: the same in each dump, as long as the function
 * there is at the same place.
 */
void leftovers_of(int level)
{
	if (!this_cpu_read(first_leftovers))
		this_cpu_write(first_leftovers, hw_leftover());
	this_cpu_write(leftovers, this_cpu_read(first_leftovers) +
		       0xd1342543de82ef95UL * ((unsigned long)frame_place(level) + level));
}

/* A 64-bit word of them: the same for the same number until leftovers_of() another level. */
u64 leftover_bits(unsigned int number)
{
	u64 bits = (this_cpu_read(leftovers) + number + 1) * 0x9e3779b97f4a7c15UL;

	bits ^= bits >> 29;
	bits *= 0xbf58476d1ce4e5b9UL;
	return bits ^ bits >> 32;
}

/* As in a register: nothing, a number, or an address of data, of the stack or of code. */
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

/* Were interrupts on at this level, when what is one level up arrived? */
bool irqs_were_on(int level)
{
	if (entered_by_hardware(level + 1))
		return frame_irqs_on(level + 1);
	return level + 1 == warn_trap_level() ? warn_trap_irqs() : !irqs_disabled();
}

/* The level that this CPU's innermost interrupt, NMI or trap interrupted; -1 if there is none. */
inline int interrupted_level(void)
{
	int level = stack_top();

	while (level > 0 && !entered_by_hardware(level))
		level--;
	return level - 1;
}

/* There are no modules here. */
void print_modules(void)
{
	printk("Modules linked in:\n");
}
