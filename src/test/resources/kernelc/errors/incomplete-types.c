struct never s; // error: variable 's' cannot have the type 'struct never', which is not defined here
struct has { struct never n; }; // error: a member cannot have the type 'struct never', which is not defined here
struct self { struct self s; }; // error: a member cannot have the type 'struct self', which is not defined here
struct never v[3]; // error: an array cannot have elements of type 'struct never'
int size = sizeof(struct never); // error: the size of 'struct never' is not known here
void f(void)
{
	struct never local; // error: variable 'local' cannot have the type 'struct never', which is not defined here
	struct has h;

	h.n = 1;
	local.x = 1;
}
struct fine { struct never *p; };
