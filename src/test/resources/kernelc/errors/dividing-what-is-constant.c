int a = 1 / 0; // error: this divides by zero
int b = 4 % (2 - 2); // error: this divides by zero
