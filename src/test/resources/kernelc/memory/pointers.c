int x = 5, y = 6;
void test(void)
{
	int *p = &x;
	int **pp = &p;
	int local = 1;

	trace(*p); // expect: 5
	*p = 50;
	trace(x); // expect: 50
	p = &y;
	trace(**pp); // expect: 6
	*pp = &local;
	(*p)++;
	trace(local); // expect: 2
	trace(p == &local); // expect: 1
	trace(p == NULL); // expect: 0
	trace(*&x); // expect: 50
}
