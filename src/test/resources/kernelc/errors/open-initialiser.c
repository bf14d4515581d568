int e = { 1, 2; // error: expected an initial value, not ';'
