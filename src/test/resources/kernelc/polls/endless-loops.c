// code of a: forever
// code of b: forever
// code of c: forever
// code of d: forever
static void a(void) { for (;;); }
static void b(void) { while (1) { } }
static void c(void) { for (;;) cpu_relax(); }
static void d(void) { do { } while (1); }
void test(void)
{
	trace(1); // expect: 1
}
