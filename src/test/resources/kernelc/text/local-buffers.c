static int fill(char *to, int n) { return snprintf(to, 8, "%d", n); }
void test(void)
{
	char a[8];
	char b[8] = "start";
	char c[] = "own length";

	trace(strlen(a)); // expect: 0
	trace(fill(a, 1234)); // expect: 4
	trace(strcmp(a, "1234")); // expect: 0
	trace(b[4]); // expect: 116
	b[2] = 0;
	trace(strcmp(b, "st")); // expect: 0
	trace(sizeof(c)); // expect: 11
	c[0] = 'O';
	trace(strcmp(c, "Own length")); // expect: 0
}
