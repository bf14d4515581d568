int smp_only(int x);
int (*hook)(int) = smp_only; // error: unknown function 'smp_only': declared in only-declared.c:1, but not defined
void f(void)
{
	if (1)
		smp_only(1); // error: unknown function 'smp_only': declared in only-declared.c:1, but not defined
	return;
	smp_only(2);
}
