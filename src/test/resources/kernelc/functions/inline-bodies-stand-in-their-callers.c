static int depth;

static inline int clamp(int n, int most)
{
	if (n > most)
		return most;
	return n;
}

static __always_inline long twice_clamped(long n)
{
	int i, sum = 0;

	for (i = 0; i < 2; i++) {
		sum += clamp(n, 7 + i);
		if (n < 0)
			return sum;
	}
	return sum;
}

static inline void nothing(void) { }

static inline void until_three(void)
{
again:
	if (++depth == 3)
		return;
	goto again;
}

static inline int fall(int n) { return n < 1 ? 0 : 1 + fall(n - 1); }

static inline char narrow(int n) { return n; }

static inline void set(int *where, int value) { *where = value; }

void test(void)
{
	int (*through)(int, int) = clamp;
	int local = 1;

	trace(clamp(clamp(9, 8), clamp(5, 4))); // expect: 4
	trace(twice_clamped(100)); // expect: 15
	trace(twice_clamped(-3)); // expect: -3
	trace(through(3, 2)); // expect: 2
	nothing();
	until_three();
	trace(depth); // expect: 3
	depth = 1;
	until_three();
	trace(depth); // expect: 3
	trace(fall(4)); // expect: 4
	trace(narrow(300)); // expect: 44
	set(&local, 12);
	trace(local + clamp(local, 5)); // expect: 17
}
