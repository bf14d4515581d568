int x;
/* begins here // error: unterminated comment
int y;
