int x;
int x = 5;
int x;
extern int x;
struct s;
struct s { int a; };
void test(void)
{
	trace(x); // expect: 5
}
