char dst[6];
void test(void)
{
	const char *s = "console=ttyS0";

	trace(strscpy(dst, "abc", sizeof(dst))); // expect: 3
	trace(strscpy(dst, "abcdefgh", sizeof(dst))); // expect: -7
	trace(strcmp(dst, "abcde")); // expect: 0
	trace(strncmp(s, "con", 3)); // expect: 0
	trace(strncmp(s, "cox", 3) < 0); // expect: 1
	trace(strchr(s, '=') - s); // expect: 7
	trace(strchr(s, '!') == NULL); // expect: 1
	trace(strcmp(strstr(s, "tty"), "ttyS0")); // expect: 0
	trace(strlen(s + 8)); // expect: 5
}
