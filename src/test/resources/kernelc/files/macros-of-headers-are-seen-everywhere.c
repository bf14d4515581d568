#define LOCAL 5
void test(void)
{
	trace(SHARED + LOCAL + later()); // expect: 18
	trace(in_header(2)); // expect: 23
}
// file: a.h
static inline int in_header(int x) { return x + SHARED + LATER; }
// file: b.h
#define SHARED 10
#define LATER 11
// file: c.c
#ifdef LOCAL
#error "a macro of another source"
#endif
int later(void) { return 3; }
