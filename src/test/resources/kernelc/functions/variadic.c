static int count(char *buf, unsigned long size, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = vscnprintf(buf, size, fmt, args);
	va_end(args);
	return n;
}
void test(void)
{
	char buf[32];

	trace(count(buf, sizeof(buf), "nothing")); // expect: 7
	trace(count(buf, sizeof(buf), "%d-%s-%ld", 42, "text", -1L)); // expect: 10
	trace(strcmp(buf, "42-text--1")); // expect: 0
	trace(count(buf, 5, "%s", "too long")); // expect: 4
	trace(strcmp(buf, "too ")); // expect: 0
}
