int v[3];
void f(void)
{
	int *end = &v[3];
	v[3] = 1; // error: expected an index from 0 to 2, not 3
	v[-1] = 1; // error: expected an index from 0 to 2, not -1
	v[0] = v[3]; // error: expected an index from 0 to 2, not 3
	v[0] = v[4]; // error: expected an index from 0 to 2, not 4
	v[1] /= 0; // error: division by zero
	v[1] = 5 % 0; // error: division by zero
}
