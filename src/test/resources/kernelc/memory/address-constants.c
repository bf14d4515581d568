int v[4] = { 1, 2, 3, 4 };
struct s { int a, b[2]; } s = { 5, { 6, 7 } };
int *third = &v[2];
int *second = v + 1;
int *inner = &s.b[1];
struct s *whole = &s;
char text[] = "abcdef";
char *tail = text + 3;
const char *words[] = { "zero", "one", [3] = "three" };
void *any = &v[3];
void test(void)
{
	trace(*third); // expect: 3
	trace(*second); // expect: 2
	trace(*inner); // expect: 7
	trace(whole->a); // expect: 5
	trace(strcmp(tail, "def")); // expect: 0
	trace(sizeof(text)); // expect: 7
	trace(strcmp(words[1], "one")); // expect: 0
	trace(words[2] == NULL); // expect: 1
	trace(ARRAY_SIZE(words)); // expect: 4
	trace(*(int *)any); // expect: 4
}
