int a = 12ab; // error: expected a number, not '12ab'
int b = 089; // error: expected digits from 0 to 7 in the octal number '089'
int c = 1.5; // error: expected an integer, not '1.5'; kernel C has no floating point
long d = 99999999999999999999; // error: expected a number of at most 64 bits, not '99999999999999999999'
long e = 18446744073709551615; // error: this number is too large for 'long'; add a 'u'
int f = 1e5; // error: expected an integer, not '1e5'; kernel C has no floating point
int g = 0x; // error: expected a number, not '0x'
