void f(int x)
{
	break; // error: 'break' outside of a loop or switch
	continue; // error: 'continue' outside of a loop
	case 1: // error: 'case' outside of a switch
	default: // error: 'default' outside of a switch
	switch (x) {
		continue; // error: 'continue' outside of a loop
	}
	if (x)
		break; // error: 'break' outside of a loop or switch
}
