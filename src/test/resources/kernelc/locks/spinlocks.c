DEFINE_RAW_SPINLOCK(a);
static DEFINE_SPINLOCK(b);
struct sem { raw_spinlock_t lock; int count; };
struct sem s = { .lock = __RAW_SPIN_LOCK_UNLOCKED(s.lock), .count = 1 };
struct sem many[2] = { { __SPIN_LOCK_UNLOCKED(x), 4 }, { .count = 5 } };
spinlock_t plain;
void test(void)
{
	raw_spin_lock(&a);
	raw_spin_lock(&b);
	raw_spin_unlock(&a);
	raw_spin_unlock(&b);
	trace(raw_spin_trylock(&s.lock)); // expect: 1
	raw_spin_unlock(&s.lock);
	raw_spin_lock(&many[1].lock);
	raw_spin_lock_init(&many[1].lock);
	raw_spin_lock(&plain);
	trace(s.count + many[0].count + many[1].count); // expect: 10
}
