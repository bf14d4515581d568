static int say(char *buf, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(buf, 64, fmt, args);
	va_end(args);
	return n;
}
int (*sayer)(char *buf, const char *fmt, ...) = say;
void test(void)
{
	char buf[64];

	trace(sayer(buf, "%d%c%x", 1, 'z', 255)); // expect: 4
	trace(strcmp(buf, "1zff")); // expect: 0
}
