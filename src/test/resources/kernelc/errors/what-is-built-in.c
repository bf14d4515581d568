int x;
void f(va_list args, char c, long l)
{
	void (*g)(void) = cpu_relax; // error: 'cpu_relax' is built in: it can be called but has no address
	va_list list;

	va_start(list, c); // error: 'va_start' is only for functions whose parameters end with '...'
	va_end(x); // error: expected a va_list, not 'int'
	x = va_arg(args, int); // error: va_arg() is not supported: pass the va_list on to vsnprintf() or vscnprintf()
	BUILD_BUG_ON(sizeof(long) == 8); // error: BUILD_BUG_ON: the condition is true: 'sizeof(long)==8'
	BUILD_BUG_ON(x); // error: expected a constant for 'BUILD_BUG_ON'
	BUILD_BUG_ON(sizeof(int) != 4);
	x = ARRAY_SIZE(x); // error: 'ARRAY_SIZE' needs an array, not 'int'
	x = container_of(&x, struct none, y); // error: expected a struct, not 'struct none'
	xchg(x, 1); // error: 'xchg' needs a pointer to a number, not 'int'
	xchg(&args, 1); // error: 'xchg' needs a pointer to a number, not 'va_list *'
	&c; // error: the address of a 'char' variable cannot be taken: it is a number, not text; use 'char name[N]'
	READ_ONCE(5); // error: expected a variable, an element or a member, not '5'
	x = ({ 1; }) + ({ ; }); // error: '+' needs a number, not 'void'
	READ_ONCE(args); // error: 'READ_ONCE' needs one word, not 'va_list'
}
