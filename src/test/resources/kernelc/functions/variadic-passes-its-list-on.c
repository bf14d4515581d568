static int inner(char *buf, const char *fmt, va_list args)
{
	va_list copy;

	va_copy(copy, args);
	return vsnprintf(buf, 64, fmt, copy);
}
static int outer(char *buf, const char *fmt, ...)
{
	va_list args;
	int r;

	va_start(args, fmt);
	r = inner(buf, fmt, args) + inner(buf, fmt, args);
	va_end(args);
	return r;
}
void test(void)
{
	char buf[64];

	trace(outer(buf, "%s=%d", "x", 7)); // expect: 6
	trace(strcmp(buf, "x=7")); // expect: 0
}
