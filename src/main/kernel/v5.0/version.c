/* init/version.c */
const char *uts_release = "5.0.0";
