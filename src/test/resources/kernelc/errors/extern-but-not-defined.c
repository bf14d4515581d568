extern int elsewhere;
void f(void)
{
	elsewhere = 1; // error: unknown variable 'elsewhere'
}
