void f(void)
{
	one(); // error: unknown function 'one'
	int x = two; // error: unknown variable 'two'
	if (three) // error: unknown variable 'three'
		four(); // error: unknown function 'four'
	while (five()) { // error: unknown function 'five'
		six = 1; // error: unknown variable 'six'
	}
	for (x = seven; // error: unknown variable 'seven'
	     x < eight; // error: unknown variable 'eight'
	     x += nine) // error: unknown variable 'nine'
		x = 1;
	int y = missing, z = x; // error: unknown variable 'missing'
	z = y + x;
	do {
		z = ten; // error: unknown variable 'ten'
	} while (z);
	switch (z) {
	case 1:
		z = eleven; // error: unknown variable 'eleven'
	}
	return 5; // error: expected ';' after 'return': 'f' returns nothing
}
