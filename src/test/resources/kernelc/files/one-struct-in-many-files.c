struct image *current;
extern struct image *make(int);
void test(void)
{
	current = make(5);
	trace(size_of(current)); // expect: 5
}
// file: b.c
struct image { int size; };
static struct image only;
struct image *make(int size)
{
	only.size = size;
	return &only;
}
int size_of(struct image *image) { return image->size; }
