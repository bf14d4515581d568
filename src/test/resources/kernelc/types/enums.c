enum level { LOW, MID = 5, HIGH, ALL = LOW | 0x10, NEG = -1 };
typedef enum { OFF, ON } state_t;
int table[HIGH] = { [MID] = 9 };
void test(void)
{
	enum level l = HIGH;
	state_t s = ON;

	trace(l); // expect: 6
	trace(ALL); // expect: 16
	trace(NEG); // expect: -1
	trace(table[MID] + s); // expect: 10
	switch (l) {
	case HIGH:
		trace(1); // expect: 1
		break;
	default:
		trace(2);
	}
}
