#define BAD(x) do { \
	undefined_thing(x); \
} while (0)
void f(void)
{
	BAD(1); // error: unknown function 'undefined_thing'
}
