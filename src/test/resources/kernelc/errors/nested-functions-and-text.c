int f(void)
{
	return g( // error: unknown function 'g'
		1);
}
