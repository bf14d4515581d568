char buf[32];
void test(void)
{
	int len = 0;

	len += scnprintf(buf + len, sizeof(buf) - len, "cpu%d", 3);
	len += scnprintf(buf + len, sizeof(buf) - len, ": %s", "stopped");
	trace(len); // expect: 13
	trace(strcmp(buf, "cpu3: stopped")); // expect: 0
	len = 4;
	scnprintf(buf + len, sizeof(buf) - len, "!");
	trace(strcmp(buf, "cpu3!")); // expect: 0
}
