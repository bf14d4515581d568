/* init/version.c: what the kernel calls itself. */
const char *uts_release = UTS_RELEASE;
