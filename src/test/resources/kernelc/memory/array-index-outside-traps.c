// trap: 14
int v[4], behind = 77;
void test(void)
{
	int i = 3;

	v[i]++;
	trace(v[3]); // expect: 1
	i++;
	trace(v[i]);
}
