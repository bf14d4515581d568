/*
 * lib/find_bit.c of v5.2: finding a bit in an array of words, one word at a time.
 */

/* The first one from `from' on, after each word is changed by `flip'; `size' if there is none. */
static inline unsigned long find_from(unsigned long *addr, unsigned long size, unsigned long from,
				      unsigned long flip)
{
	unsigned long bit = from;

	while (bit < size) {
		unsigned long word = (addr[BIT_WORD(bit)] ^ flip) >> (bit % BITS_PER_LONG);

		if (word)
			return min(bit + __ffs(word), size);
		bit = (BIT_WORD(bit) + 1) * BITS_PER_LONG;
	}
	return size;
}

unsigned long find_next_bit(unsigned long *addr, unsigned long size, unsigned long offset)
{
	return find_from(addr, size, offset, 0UL);
}

unsigned long find_next_zero_bit(unsigned long *addr, unsigned long size, unsigned long offset)
{
	return find_from(addr, size, offset, ~0UL);
}

unsigned long find_first_bit(unsigned long *addr, unsigned long size)
{
	return find_from(addr, size, 0UL, 0UL);
}

unsigned long find_first_zero_bit(unsigned long *addr, unsigned long size)
{
	return find_from(addr, size, 0UL, ~0UL);
}
