char names[3][8] = { "one", [2] = "three" };
struct port { char name[8]; int index; } ports[2] = { { "ttyS0", 0 }, { "ttyS1", 1 } };
void test(void)
{
	int i = 1;

	trace(strlen(names[0])); // expect: 3
	trace(strlen(names[i])); // expect: 0
	strscpy(names[i], "two", 8);
	trace(names[1][0]); // expect: 116
	trace(strcmp(names[i + 1], "three")); // expect: 0
	trace(strcmp(ports[i].name, "ttyS1")); // expect: 0
	ports[i].name[4] = '9';
	trace(strcmp(ports[1].name, "ttyS9")); // expect: 0
	ports[0] = ports[i];
	trace(strcmp(ports[0].name, "ttyS9")); // expect: 0
	trace(sizeof(names)); // expect: 24
	trace(sizeof(ports[0])); // expect: 12
}
