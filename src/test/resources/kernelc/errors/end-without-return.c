int a(int x) // error: expected 'return' at the end of 'a', which returns 'int'
{
	if (x)
		return 1;
}
int b(void)
{
	for (;;)
		cpu_relax();
}
int c(int x)
{
	if (x)
		return 1;
	else
		return 2;
}
int d(int x)
{
	switch (x) {
	default:
		return 1;
	}
}
