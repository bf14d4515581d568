// trap: 8
static int down(int x) { int pad[100]; pad[x & 1] = x; return down(x + 1) + pad[0]; }
void test(void)
{
	down(0);
}
