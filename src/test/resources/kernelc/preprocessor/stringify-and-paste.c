#define STR(x) #x
#define XSTR(x) STR(x)
#define GLUE(a, b) a##b
#define FIELD(name) int name##_count
#define VERSION 5
int GLUE(val, ue) = 3;
FIELD(line) = 4;
void test(void)
{
	trace(value + line_count); // expect: 7
	trace(strcmp(STR(a + "b\n"), "a + \"b\\n\"")); // expect: 0
	trace(strcmp(STR(VERSION), "VERSION")); // expect: 0
	trace(strcmp(XSTR(VERSION), "5")); // expect: 0
	trace(GLUE(1, 2) + GLUE(, 3) + GLUE(4, )); // expect: 19
}
