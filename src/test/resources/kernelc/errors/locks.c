raw_spinlock_t lock, other;
struct s { raw_spinlock_t lock; int x; } a, b;
void f(void)
{
	raw_spinlock_t local; // error: a raw spinlock cannot be a local variable: make 'local' static
	struct s copy; // error: a raw spinlock cannot be a local variable: make 'copy' static
	int x = lock; // error: expected 'int' as the initial value, not 'raw_spinlock_t'; a raw spinlock is not a value; only raw_spin_lock() and related functions may access it
	lock = other; // error: a raw spinlock cannot be assigned; raw_spin_lock_init() makes it unlocked
	if (lock) // error: expected a condition, not a value of type 'raw_spinlock_t'; a raw spinlock is not a value; only raw_spin_lock() and related functions may access it
		x = 1;
	x = lock + 1; // error: '+' needs a number, not 'raw_spinlock_t'; a raw spinlock is not a value; only raw_spin_lock() and related functions may access it
	a = b; // error: 'struct s' has a raw spinlock and cannot be copied
	raw_spin_lock(lock); // error: expected 'raw_spinlock_t *' as argument 1 of 'raw_spin_lock', not 'raw_spinlock_t'; a raw spinlock is not a value; only raw_spin_lock() and related functions may access it
	raw_spin_lock(&a); // error: expected 'raw_spinlock_t *' as argument 1 of 'raw_spin_lock', not 'struct s *'
	lock; // error: this statement does nothing
}
