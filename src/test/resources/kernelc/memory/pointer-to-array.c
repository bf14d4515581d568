int grid[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
static int sum(int row[3]) { return row[0] + row[1] + row[2]; }
void test(void)
{
	int (*row)[3] = grid;

	trace((*row)[1]); // expect: 2
	row++;
	trace((*row)[1]); // expect: 5
	trace(row[0][2]); // expect: 6
	trace(sum(grid[1])); // expect: 15
	trace(sum(*row)); // expect: 15
}
