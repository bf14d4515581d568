int printk(const char *fmt, ...) { return 0; }
int panic_cpu, counter;
struct sem { int count; };
void f(struct sem *s)
{
	prink("x"); // error: unknown function 'prink'; did you mean 'printk'?
	panic_cup = 1; // error: unknown variable 'panic_cup'; did you mean 'panic_cpu'?
	counter = panik_cpu; // error: unknown variable 'panik_cpu'; did you mean 'panic_cpu'?
	s->cuont = 1; // error: 'struct sem' has no member 'cuont'; did you mean 'count'?
	nothing_like_it(); // error: unknown function 'nothing_like_it'
	udealy(5); // error: unknown function 'udealy'; did you mean 'udelay'?
	goto otu; // error: unknown label 'otu'; did you mean 'out'?
out:
	counter = 1;
}
