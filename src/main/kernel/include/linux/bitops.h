/* Bits in arrays of unsigned long. Those without underscores are one memory operation. */
#define BITS_PER_LONG 64
#define BIT(nr) (1UL << (nr))
#define BIT_ULL(nr) (1UL << (nr))
#define BIT_MASK(nr) (1UL << ((unsigned long)(nr) % BITS_PER_LONG))
#define BIT_WORD(nr) ((unsigned long)(nr) / BITS_PER_LONG)
#define BITS_TO_LONGS(bits) (((bits) + BITS_PER_LONG - 1) / BITS_PER_LONG)
#define DECLARE_BITMAP(name, bits) unsigned long name[BITS_TO_LONGS(bits)]
#define GENMASK(high, low) ((~0UL >> (63 - (high))) & (~0UL << (low)))

#define set_bit(nr, addr) ((void)fetch_or((addr) + BIT_WORD(nr), BIT_MASK(nr)))
#define clear_bit(nr, addr) ((void)fetch_and((addr) + BIT_WORD(nr), ~BIT_MASK(nr)))
#define test_and_set_bit(nr, addr) \
	((fetch_or((addr) + BIT_WORD(nr), BIT_MASK(nr)) & BIT_MASK(nr)) != 0)
#define test_and_clear_bit(nr, addr) \
	((fetch_and((addr) + BIT_WORD(nr), ~BIT_MASK(nr)) & BIT_MASK(nr)) != 0)
#define test_bit(nr, addr) ((READ_ONCE(*((addr) + BIT_WORD(nr))) & BIT_MASK(nr)) != 0)
#define __set_bit(nr, addr) ((void)(*((addr) + BIT_WORD(nr)) |= BIT_MASK(nr)))
#define __clear_bit(nr, addr) ((void)(*((addr) + BIT_WORD(nr)) &= ~BIT_MASK(nr)))
#define clear_bit_unlock(nr, addr) clear_bit(nr, addr)
#define test_and_set_bit_lock(nr, addr) test_and_set_bit(nr, addr)
#define smp_mb__before_atomic() do { } while (0)
#define smp_mb__after_atomic() do { } while (0)

#define hweight32(w) hweight_long(w)
#define hweight64(w) hweight_long(w)
#define for_each_set_bit(bit, addr, size) \
	for ((bit) = find_first_bit(addr, size); (bit) < (size); \
	     (bit) = find_next_bit(addr, size, (bit) + 1))
