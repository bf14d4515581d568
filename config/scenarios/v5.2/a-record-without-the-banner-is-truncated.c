/* A stack of sixty lines of 70 characters, between the banner of the panic and its last line. */
void show_trace_log_lvl(void *from, const char *log_lvl)
{
	int line;

	for (line = 0; line < 60; line++)
		printk("%s frame %02d of sixty, in a function with a name as long as this one is ......\n",
		       log_lvl, line);
}
