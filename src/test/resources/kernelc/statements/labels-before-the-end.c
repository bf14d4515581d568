void test(void)
{
	int i = 0;

	if (i)
		goto end;
	trace(1); // expect: 1
	goto end;
	trace(2);
end:
}
