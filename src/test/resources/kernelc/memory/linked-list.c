struct node { int value; struct node *next; };
struct node c = { 3 }, b = { 2, &c }, a = { .next = &b, .value = 1 };
void test(void)
{
	struct node *n;

	for (n = &a; n; n = n->next)
		trace(n->value); // expect: 1, 2, 3
	trace(a.next->next->value); // expect: 3
}
