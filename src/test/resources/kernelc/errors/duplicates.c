int x = 1;
int x = 2; // error: duplicate definition of 'x': already defined in duplicates.c:1
int f(void) { return 1; }
int f(void) { return 2; } // error: duplicate definition of 'f': already defined in duplicates.c:3
int x(void) { return 3; } // error: duplicate definition of 'x': already defined in duplicates.c:1
struct s { int a; };
struct s { int b; }; // error: duplicate definition of struct 's', with other members than before
struct s { int a; };
struct t { int a; int a; }; // error: duplicate member 'a'
enum { ONE, TWO, ONE }; // error: duplicate definition of 'ONE': already defined in duplicates.c:10
void g(int a, int a) // error: duplicate definition of 'a': already defined in duplicates.c:11
{
}
void h(void)
{
	int v;
	int v; // error: duplicate definition of 'v': already defined in duplicates.c:16
l:
l: // error: duplicate label 'l': already in duplicates.c:18
	switch (v) {
	case 1:
	case 1: // error: duplicate case 1: already in duplicates.c:21
	case 3 ... 7:
	case 5 ... 9: // error: duplicate case 5: already in duplicates.c:23
	default:
	default: // error: duplicate 'default' in this switch
		v = 1;
	}
}
DEFINE_RAW_SPINLOCK(x); // error: duplicate definition of 'x': already defined in duplicates.c:1
void udelay(int us) { } // error: 'udelay' is built in and cannot be defined
