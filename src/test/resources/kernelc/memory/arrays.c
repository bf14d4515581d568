int grid[3][4];
int lengths[] = { 1, 2, 3 };
int sparse[10] = { [2] = 5, [7] = 6, 8, [4 ... 5] = 1 };
void test(void)
{
	int i, j, n = 0;
	int local[2][2] = { { 1, 2 }, { 3, 4 } };

	for (i = 0; i < 3; i++)
		for (j = 0; j < 4; j++)
			grid[i][j] = n++;
	trace(grid[2][1]); // expect: 9
	trace(grid[0][3]); // expect: 3
	trace(ARRAY_SIZE(lengths)); // expect: 3
	trace(ARRAY_SIZE(grid[0])); // expect: 4
	for (i = 0; i < 10; i++)
		trace(sparse[i]); // expect: 0, 0, 5, 0, 1, 1, 0, 6, 8, 0
	i = 1;
	trace(local[i][0] + local[0][i]); // expect: 5
	local[1][1]++;
	trace(local[i][i]); // expect: 5
}
