// code of handler: ret
int seen;
static __interrupt(0x20) void handler(void) { seen++; }
#define NMI_VECTOR 2
void __interrupt(NMI_VECTOR) nmi(void) { seen += 10; }
void test(void)
{
	trace(seen); // expect: 0
}
