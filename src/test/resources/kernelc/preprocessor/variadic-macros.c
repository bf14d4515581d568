static int say(const char *fmt, ...) { return strlen(fmt); }
#define pr_err(fmt, ...) say("E" fmt, ##__VA_ARGS__)
#define pr_old(fmt, args...) say(fmt, ##args)
#define pr_any(...) say(__VA_ARGS__)
#define pr_fmt(fmt) "mod: " fmt
#define pr_mod(fmt, ...) say(pr_fmt(fmt), ##__VA_ARGS__)
void test(void)
{
	trace(pr_err("abc")); // expect: 4
	trace(pr_err("%d", 1)); // expect: 3
	trace(pr_old("%d%d", 1, 2)); // expect: 4
	trace(pr_old("x")); // expect: 1
	trace(pr_any("%s", "y")); // expect: 2
	trace(pr_mod("%d", 3)); // expect: 7
}
