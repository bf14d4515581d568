#define max(a, b) ({ typeof(a) _a = (a); typeof(b) _b = (b); _a > _b ? _a : _b; })
int n;
static int next(void) { return ++n; }
void test(void)
{
	int x = max(next(), 0);

	trace(x); // expect: 1
	trace(n); // expect: 1
	trace(max(3, max(7, 5))); // expect: 7
	x = ({ int y = 2; y *= x + 3; y; });
	trace(x); // expect: 8
	trace(({ int i, s = 0; for (i = 0; i < 5; i++) s += i; s; })); // expect: 10
	({ if (x) trace(x); }); // expect: 8
}
