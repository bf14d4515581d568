// replaces: get (function) printk.c:1 -> patch.c:1
// replaces: hidden (function) printk.c:2 -> patch.c:2
// replaces: setting (variable) printk.c:5 -> patch.c:3
void test(void)
{
	trace(use()); // expect: 20304
	trace(setting); // expect: 9
}
// file: printk.c
int get(void) { return 1; }
static int hidden(void) { return 2; }
static int kept(void) { return 3; }
int use(void) { return get() * 10000 + hidden() * 100 + kept() + 1; }
int setting = 8;
// file: patch.c layer 1
int get(void) { return 2; }
static int hidden(void) { return kept(); }
int setting = 9;
