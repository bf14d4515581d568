int x;
/* begins here // error: this comment does not end
int y;
