int a = 'ab'; // error: expected one character between the quotes of ''ab''
int b = @; // error: unexpected character '@'
int c = "open; // error: unterminated string
int e = '\q'; // error: unknown escape '\q'
char *s = "\xg"; // error: expected hexadecimal digits after '\x'
