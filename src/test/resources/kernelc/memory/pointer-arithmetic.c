int v[5] = { 10, 20, 30, 40, 50 };
struct pair { int a, b; } pairs[3] = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
void test(void)
{
	int *p = v, *end = &v[5];
	struct pair *q = pairs + 2;
	int i = 1, sum = 0;

	trace(*(p + 2)); // expect: 30
	trace(p[i]); // expect: 20
	p += 3;
	trace(*p); // expect: 40
	trace(*--p); // expect: 30
	trace(p - v); // expect: 2
	trace(end - v); // expect: 5
	trace(&v[4] - p); // expect: 2
	trace(q->b); // expect: 6
	q--;
	trace(q->a); // expect: 3
	trace(q - pairs); // expect: 1
	trace((q + i)->b); // expect: 6
	q -= i;
	trace(q->b); // expect: 2
	for (p = v; p < end; p++)
		sum += *p;
	trace(sum); // expect: 150
	trace(p == end); // expect: 1
	trace(v < end); // expect: 1
}
