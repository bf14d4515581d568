void test(void)
{
	trace(VALUE); // expect: 4
}
// file: a.h
#ifndef A_H
#define A_H
#define VALUE 4
int declared(void);
#endif
