/* init/version.c */
const char *uts_release = "4.19.0";
