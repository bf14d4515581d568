int v[65537]; // error: expected an array of at most 65536 words
struct big { int a[40000]; int b[40000]; }; // error: expected a struct of at most 65536 words
int ********************************** p; // error: expected at most 32 levels of pointers
void f(void)
{
	int local[5000]; // error: expected local variables of at most 4096 words

	local[0] = 1;
}
void many(int a, int b, int c, int d, int e, int g, int h, int i, int j, int k, int l, int m, int n, int o, int q, int r, int s, int t, int u, int v, int w, int x, int y, int z, int aa, int ab, int ac, int ad, int ae, int ag, int ah, int ai, int aj, int ak, int al, int am, int an, int ao, int ap, int aq, int ar, int as, int at, int au, int av, int aw, int ax, int ay, int az, int ba, int bb, int bc, int bd, int be, int bf, int bg, int bh, int bi, int bj, int bk, int bl, int bm, int bn, int bo, int bp); // error: expected at most 64 parameters
