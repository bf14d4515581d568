// replaces: work (function) dir/a.c:1 -> patch/a.c:1
void test(void)
{
	trace(a() * 10 + b()); // expect: 52
}
// file: dir/a.c
static int work(void) { return 1; }
int a(void) { return work(); }
// file: dir/b.c
static int work(void) { return 2; }
int b(void) { return work(); }
// file: patch/a.c layer 1
static int work(void) { return secret + 4; }
static int secret = 1;
