int n;
static void add(int x) { n = n * 10 + x; }
static void a(void) { add(1); }
static void b(void) { add(2); }
static int c(void) { add(3); return 0; }
static void d(void) { add(4); }
static void e(void) { add(5); }
late_initcall(e);
device_initcall(d);
console_initcall(c);
core_initcall(b);
early_initcall(a);
late_initcall(a);
EXPORT_SYMBOL(n);
void test(void)
{
	trace(n); // expect: 123451
}
