// config: CONFIG_SMP = 1
int x = CONFIG_SPM; // error: unknown config symbol 'CONFIG_SPM'; did you mean 'CONFIG_SMP'?
int y = IS_ENABLED(CONFIG_SPM);
