// code of f: ldg       r0, written
// code of f: ldc
// no code of f: ldg       r0, never
// code of f: stg       written
int written, never = 3;
const int fixed = 4;
int setting = 5;
static int f(void) { written = 1; return written + never + fixed + setting; }
void test(void)
{
	trace(f()); // expect: 13
}
