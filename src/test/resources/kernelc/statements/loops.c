void test(void)
{
	int i, sum = 0;

	for (i = 0; i < 10; i++) {
		if (i == 3)
			continue;
		if (i == 6)
			break;
		sum += i;
	}
	trace(sum); // expect: 12
	while (i--)
		sum++;
	trace(sum); // expect: 18
	do {
		sum -= 5;
	} while (sum > 0);
	trace(sum); // expect: -2
	for (;;)
		if (++sum == 4)
			break;
	trace(sum); // expect: 4
	do {
		if (sum)
			continue;
		sum = 100;
	} while (0);
	trace(sum); // expect: 4
}
