// trap: 14
int before = 3, v[4];
void test(void)
{
	int i = -1;

	v[i] = 1;
}
