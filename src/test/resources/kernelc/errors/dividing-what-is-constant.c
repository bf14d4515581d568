int a = 1 / 0; // error: division by zero
int b = 4 % (2 - 2); // error: division by zero
