// code of f: poll
// code of g: poll
// code of h: poll
#define touch_nmi_watchdog() do { } while (0)
#define barrier() ({ ; })
#define wait_until(cond) do { while (!(cond)) cpu_relax(); } while (0)
DEFINE_RAW_SPINLOCK(lock);
int flag = 1;
static int f(int ms) { while (READ_ONCE(flag) && --ms) { touch_nmi_watchdog(); mdelay(1); barrier(); } return ms; }
static void g(void) { while (raw_spin_is_locked(&lock)) ; }
static void h(void) { wait_until(READ_ONCE(flag)); }
void test(void)
{
	trace(f(3)); // expect: 0
	h();
}
