/* init/version.c: what the kernel calls itself. */
const char *uts_release = "5.2.0";
