int a(int x)
{
	if (x)
		return; // error: expected a value of type 'int' to return from 'a'
	return x;
}
void b(void)
{
	return 1; // error: expected ';' after 'return': 'b' returns nothing
}
char *c(int x)
{
	return x; // error: expected 'char *' as the result of 'c', not 'int'; this needs a cast
}
