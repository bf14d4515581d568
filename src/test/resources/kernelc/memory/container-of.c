struct list { struct list *next; };
struct item { int key; int pad[3]; struct list node; int value; };
struct item items[2] = { { .key = 1, .value = 10 }, { .key = 2, .value = 20 } };
void test(void)
{
	struct list *l = &items[1].node;
	struct item *it = container_of(l, struct item, node);

	trace(it->key); // expect: 2
	trace(it->value); // expect: 20
	trace(it == &items[1]); // expect: 1
	trace(offsetof(struct item, node)); // expect: 16
	trace(offsetof(struct item, pad[2])); // expect: 12
}
