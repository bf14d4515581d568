struct outer { struct inner in; kind_t kind; int v[COUNT]; };
void test(void)
{
	struct outer o = { .in = { 3 }, .kind = GREEN };

	trace(o.in.x + o.kind); // expect: 4
	trace(ARRAY_SIZE(o.v)); // expect: 7
	trace(sizeof(struct last)); // expect: 16
}
struct last { struct first f; };
struct first { long a, b; };
// file: a.h
struct early { struct late l; };
// file: b.h
struct late { int x; };
struct inner { int x; };
typedef enum colour { RED, GREEN } kind_t;
enum { COUNT = 7 };
