struct point { int x, y; };
struct line { struct point from, to; int width; };
struct line a = { { 1, 2 }, { 3, 4 }, 5 };
struct line b;
void test(void)
{
	struct line c = a;
	struct point *p = &b.to;
	struct line *l = &b;

	trace(c.to.y); // expect: 4
	b = a;
	p->x = 30;
	trace(b.to.x); // expect: 30
	trace(a.to.x); // expect: 3
	trace(l->width); // expect: 5
	l->from = c.to;
	trace(b.from.x * 10 + b.from.y); // expect: 34
	*p = a.from;
	trace(b.to.y); // expect: 2
	c.width += 7;
	trace(c.width); // expect: 12
}
