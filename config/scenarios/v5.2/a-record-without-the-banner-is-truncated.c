/* A stack of sixty lines of 70 characters, between the banner of the panic and its last line. */
void show_stack_from(int level)
{
	int line;

	for (line = 0; line < 60; line++)
		printk(" frame %02d of sixty, in a function with a name as long as this one is ......\n",
		       line);
}
