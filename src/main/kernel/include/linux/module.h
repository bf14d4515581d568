/*
 * What a driver declares about itself. A module is part of the kernel here: the function named by
 * module_init() runs at boot, and nothing is ever unloaded. A module parameter is an ordinary
 * global variable, which a scenario's settings can set.
 */
#define module_init(function) device_initcall(function)
#define module_exit(function)
#define subsys_initcall(function) core_initcall(function)
#define fs_initcall(function) core_initcall(function)
#define arch_initcall(function) core_initcall(function)
#define MODULE_LICENSE(text)
#define MODULE_AUTHOR(text)
#define MODULE_DESCRIPTION(text)
#define MODULE_VERSION(text)
#define MODULE_ALIAS(text)
#define MODULE_DEVICE_TABLE(type, name)
#define MODULE_PARM_DESC(parameter, text)
#define module_param(name, type, perm)
#define module_param_named(name, value, type, perm)
#define THIS_MODULE NULL
#define KBUILD_MODNAME "lastwords"
