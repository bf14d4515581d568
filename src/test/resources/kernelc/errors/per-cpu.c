DEFINE_PER_CPU(int, count);
DEFINE_PER_CPU(struct { int a; }, both);
int plain;
void f(void)
{
	count = 1; // error: 'count' is a per-CPU variable: expected this_cpu_read(count) or per_cpu(count, cpu)
	plain = count; // error: 'count' is a per-CPU variable: expected this_cpu_read(count) or per_cpu(count, cpu)
	this_cpu_inc(plain); // error: 'plain' is not a per-CPU variable; use DEFINE_PER_CPU()
	this_cpu_read(5); // error: 'this_cpu_read' needs a per-CPU variable, not '5'
	this_cpu_read(cuont); // error: unknown variable 'cuont'; did you mean 'count'?
	this_cpu_read(both); // error: 'this_cpu_read' needs one word, not 'struct {...}'
	this_cpu_ptr(count); // error: expected '&' before the variable in 'this_cpu_ptr'
	per_cpu(count); // error: 'per_cpu' takes 2 arguments, not 1
	per_cpu(count, &plain); // error: a CPU number needs a number, not 'int *'
	this_cpu_write(count); // error: 'this_cpu_write' takes 2 arguments, not 1
	this_cpu_write(count, &plain); // error: expected 'int' as the right side of '=', not 'int *'; this needs a cast
	this_cpu_read(both.b); // error: 'struct {...}' has no member 'b'
}
DEFINE_PER_CPU(int, v[3]); // error: expected ')': an array's type is written as in DEFINE_PER_CPU(int [4], name)
