void test(void)
{
	int n = 3, count = 0;

	switch (7 % 4) {
	case 0: do {	count++;
	case 3:		count++;
	case 2:		count++;
	case 1:		count++;
		} while (--n > 0);
	}
	trace(count); // expect: 11
}
