typedef struct { int counter; } atomic_t;
typedef struct node { struct node *next; int v; } node_t, *node_p;
typedef int (*callback_t)(node_p, void *);
typedef u64 time_t;
static int visit(node_p n, void *data) { return n->v + *(int *)data; }
atomic_t count = { 4 };
void test(void)
{
	node_t n = { .v = 2 };
	node_p p = &n;
	callback_t cb = visit;
	int extra = 40;
	time_t t = 1;

	trace(cb(p, &extra)); // expect: 42
	trace(count.counter); // expect: 4
	trace(sizeof(time_t) + t); // expect: 9
}
