void test(void)
{
	int i;

	for (i = 0; i < 5; i++) {
		switch (i) {
		case 1:
			continue;
		case 3:
			break;
		default:
			trace(i); // expect: 0, 2, 4
		}
	}
}
