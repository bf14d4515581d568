struct p { int x, y; char name[4]; };
struct p g;
void test(void)
{
	struct p a = (struct p) { .y = 4 };

	g = (struct p) { a.y, 2, "abc" };
	trace(a.x + a.y); // expect: 4
	trace(g.x * 10 + g.y); // expect: 42
	trace(strcmp(g.name, "abc")); // expect: 0
	a = (struct p) { };
	trace(a.y); // expect: 0
}
