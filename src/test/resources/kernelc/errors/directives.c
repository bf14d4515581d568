#inculde "x.h" // error: unknown directive '#inculde'; did you mean 'include'?
#error "this" machine // error: #error "this" machine
#else // error: #else without #if
#endif // error: #endif without #if
#if 0
#error "not here"
#else
#else // error: #else after #else
#endif
#if 1 + // error: expected a value at the end of the condition
#endif
#if (1 // error: expected ')' in the condition
#endif
#if 1 2 // error: expected the end of the condition, not '2'
#endif
#if 1 / 0 // error: division by zero in the condition
#endif
#if defined 5 // error: expected a name after 'defined'
#endif
#ifdef // error: expected a name after #ifdef
#endif
#ifdef X // error: expected #endif for this #ifdef
