struct in { int a, b; };
struct out {
	int first;
	struct in mid[2];
	const char *name;
	int (*f)(void);
	char text[8];
	bool flag;
};
static int seven(void) { return 7; }
struct out o = {
	.name = "o",
	.mid = { [1] = { .b = 4 } },
	.mid[0].a = 3,
	.f = seven,
	.text = "hi",
};
struct out p = { 1, { { 2, 3 }, { 4 } }, .flag = true };
struct out q = { 0 };
struct out r = {};
void test(void)
{
	struct out l = { .first = o.mid[1].b, .name = "l", .mid[1] = { 8, 9 } };

	trace(o.mid[0].a); // expect: 3
	trace(o.mid[1].b); // expect: 4
	trace(o.f()); // expect: 7
	trace(strlen(o.text)); // expect: 2
	trace(p.mid[1].a + p.mid[0].b); // expect: 7
	trace(p.flag); // expect: 1
	trace(q.first + r.first + q.flag); // expect: 0
	trace(strlen(r.text)); // expect: 0
	trace(l.first); // expect: 4
	trace(l.mid[1].b); // expect: 9
	trace(strcmp(l.name, "l")); // expect: 0
	trace(l.f == NULL); // expect: 1
}
