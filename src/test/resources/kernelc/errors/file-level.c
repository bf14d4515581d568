consle_initcall(f); // error: expected a definition, not 'consle_initcall(...)'; did you mean 'console_initcall'?
console_initcall(g); // error: unknown function 'g'
late_initcall(h); // error: expected a function without parameters, not 'h'
early_initcall(1 + 2); // error: expected one name between the parentheses of 'early_initcall'
DEFINE_RAW_SPINLOCK(a, b); // error: expected one name between the parentheses of 'DEFINE_RAW_SPINLOCK'
void h(int x) { }
static void f(void) { }
int __interrupt(3) k(void) { return 1; } // error: an interrupt handler must be declared 'void k(void)'
void __interrupt(300) l(void) { } // error: expected a vector from 0 to 255, not 300
void __interrupt(2) m(void) { }
void __interrupt(2) n(void) { } // error: duplicate handler of interrupt 2: 'm' serves it, in file-level.c:10
int nobody { return 1; } // error: expected parameters in parentheses before the body
int unnamed(int) { return 1; } // error: expected a name for this parameter
x = 5; // error: expected a declaration, not 'x'
