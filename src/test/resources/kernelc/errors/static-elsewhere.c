void f(void)
{
	hidden(); // error: unknown function 'hidden'; there is a static one in b.c:1
	secret = 1; // error: unknown variable 'secret'; there is a static one in b.c:2
}
// file: b.c
static void hidden(void) { }
static int secret;
