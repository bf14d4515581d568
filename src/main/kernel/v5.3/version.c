/* init/version.c */
const char *uts_release = "5.3.0";
