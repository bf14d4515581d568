int d = ';
// error above: expected a character constant such as 'a'
int e;
