int say(const char *fmt, ...) { return 0; }
struct s { int x; } s;
struct t { int len; char text[4]; };
DEFINE_PER_CPU(struct t, area);
void f(va_list args)
{
	say("%d", s); // error: argument 2 of 'say' must be a number or a pointer, not 'struct s'
	say("%d", args); // error: argument 2 of 'say' must be a number or a pointer, not 'va_list'
	WRITE_ONCE(s, s); // error: 'WRITE_ONCE' needs one word, not 'struct s'
	this_cpu_read(area.len[1]); // error: expected an array before '[', not 'int'
}
