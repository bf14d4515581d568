int printk(const char *fmt, ...) { return 0; }
void f(char *s, int n, void (*g)(void))
{
	char buf[10];

	printk("%d\n"); // error: the format needs 1 argument, not 0
	printk("%d %s\n", n); // error: the format needs 2 arguments, not 1
	printk("plain\n", n); // error: the format needs 0 arguments, not 1
	printk("%s\n", n); // error: '%s' needs text, not 'int'
	printk("%d\n", s); // error: '%d' needs a number, not 'char *'
	printk("%p\n", n); // error: '%p' needs a pointer, not 'int'
	printk("%*d\n", n); // error: the format needs 2 arguments, not 1
	printk("%q\n", n); // error: unknown conversion '%q' in the format
	printk("%pV\n", s); // error: '%pV' is not supported: use vsnprintf() with the va_list
	printk("100%\n"); // error: unknown conversion '%\u000a' in the format
	snprintf(buf, sizeof(buf), "%s"); // error: the format needs 1 argument, not 0
	printk("%% %-5s %08lx %+d %.*s %pS %ps %*pbl %c %llu\n", s, 1L, n, n, s, g, g, 64, 3UL, n, 1UL);
	printk(s, n, n, n);
}
