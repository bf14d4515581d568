void a(int x)
{
	if (x) {
		x = 1;
} // error: expected '}' after '}'

void b(int x)
{
	unknown(); // error: unknown function 'unknown'
}
// file: z.c
int z;
