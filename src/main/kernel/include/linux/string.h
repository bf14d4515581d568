/*
 * Copying and clearing. Memory consists of words, so both go by elements of what the first argument
 * points to: a pointer to void has to be cast. memset() only clears; filling a number's bytes with
 * another value would need bytes.
 */
#define memcpy(dst, src, size) ({ \
	typeof(&*(dst)) __to = (dst); \
	typeof(&*(dst)) __from = (typeof(&*(dst)))(src); \
	unsigned long __left = (size) / sizeof(*(dst)); \
	while (__left--) \
		*__to++ = *__from++; \
	(dst); \
})
#define memmove(dst, src, size) memcpy(dst, src, size)
#define memset(dst, zero, size) ({ \
	typeof(&*(dst)) __to = (dst); \
	typeof(*(dst)) __clear = { }; \
	unsigned long __left = (size) / sizeof(*(dst)); \
	BUILD_BUG_ON((zero) != 0); \
	while (__left--) \
		*__to++ = __clear; \
	(dst); \
})
