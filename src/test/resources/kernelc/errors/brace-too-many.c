void f(void)
{
}
} // error: expected a declaration, not '}'
int g(void) { return h; } // error: unknown variable 'h'
