// trap: 14
void test(void)
{
	char *s = "literal";

	s[0] = 'L';
}
