foo_t x; // error: unknown type 'foo_t'
typedef int atomic_t;
atomc_t y; // error: unknown type 'atomc_t'; did you mean 'atomic_t'?
void f(void)
{
	unsinged int z; // error: unknown type 'unsinged'; did you mean 'unsigned'?
}
static itn *p; // error: unknown type 'itn'; did you mean 'int'?
void g(sturct s *q) { } // error: unknown type 'sturct'; did you mean 'struct'?
enum missing e; // error: unknown enum 'missing'
int h(int x)
{
	foo_t *p; // error: unknown type 'foo_t'
	atomci_t *q; // error: unknown type 'atomci_t'; did you mean 'atomic_t'?

	p = 0;
	return q == 0;
}
int i(int x)
{
	return (foo_t)x; // error: unknown type 'foo_t'
}
