static 5; // error: expected a declaration, not '5'
