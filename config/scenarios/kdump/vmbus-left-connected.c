/* A guest of before 4.3: a crash dump does not unload VMBus. */
void hv_crash_handler(void)
{
}
