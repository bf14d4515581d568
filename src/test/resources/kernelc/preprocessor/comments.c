/* a comment
 * of two lines */
#define X 1 /* of a macro
	that goes on */ + 2
// a line \
   that goes on, too: trace(5);
void test(void)
{
	trace(X /* here */); // expect: 3
	trace(4/*x*//2); // expect: 2
}
