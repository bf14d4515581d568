/* Error numbers, and pointers that encode one. compiler.h has those that the log and pstore use. */
#define EPERM 1
#define ENOENT 2
#define EINTR 4
#define ENXIO 6
#define EFAULT 14
#define EEXIST 17
#define ENODEV 19
#define EPIPE 32
#define ERANGE 34
#define EDEADLK 35
#define ENOSYS 38
#define EPROTO 71
#define EOPNOTSUPP 95
#define EADDRNOTAVAIL 99
#define ENOBUFS 105
#define ETIMEDOUT 110
#define ERESTARTSYS 512
#define EPROBE_DEFER 517

#define MAX_ERRNO 4095
#define IS_ERR_VALUE(x) ((unsigned long)(x) >= (unsigned long)-MAX_ERRNO)
#define ERR_PTR(error) ((void *)(long)(error))
#define PTR_ERR(ptr) ((long)(ptr))
#define IS_ERR(ptr) IS_ERR_VALUE((unsigned long)(ptr))
#define IS_ERR_OR_NULL(ptr) ((ptr) == NULL || IS_ERR(ptr))
#define PTR_ERR_OR_ZERO(ptr) (IS_ERR(ptr) ? (int)PTR_ERR(ptr) : 0)
