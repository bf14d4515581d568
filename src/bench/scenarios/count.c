/* Two loads, a store and an addition a turn. */
unsigned long counted;

void count_for_ever(void)
{
	unsigned long sum = 0;

	for (;;) {
		counted = counted + 1;
		sum += counted;
	}
}
