char buf[16] = "kernel";
void test(void)
{
	char *p = buf;
	const char *s = "abc";
	int i, n = 0;

	trace(buf[0]); // expect: 107
	trace(p[2]); // expect: 114
	trace(*s); // expect: 97
	trace(s[3]); // expect: 0
	trace("xyz"[1]); // expect: 121
	buf[0] = 'K';
	trace(strcmp(buf, "Kernel")); // expect: 0
	*++p = 'E';
	trace(buf[1]); // expect: 69
	buf[3] = '\0';
	trace(strlen(buf)); // expect: 3
	buf[9] = '\0';
	trace(strlen(buf)); // expect: 3
	for (; *s; s++)
		n = n * 256 + *s;
	trace(n); // expect: 6382179
	for (i = 0; buf[i]; i++)
		;
	trace(i); // expect: 3
	trace(&buf[2] - buf); // expect: 2
}
