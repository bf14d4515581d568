/* What both the kernel and its workloads need. */
#define NMI_VECTOR 2
#define STOP_VECTOR 0xf8
#define RECORDS CONFIG_LOG_RECORDS
#define max(a, b) ({ typeof(a) __a = (a); typeof(b) __b = (b); __a > __b ? __a : __b; })
#define pr(fmt, ...) printk("small: " fmt, ##__VA_ARGS__)
#define for_each_cpu(cpu) for ((cpu) = 0; (cpu) < num_possible_cpus(); (cpu)++)

enum state { BOOTING, RUNNING = 4, DYING };

struct record {
	int cpu;
	u64 stamp;
	char text[64];
};

struct sink {
	const char *name;
	int (*write)(const struct record *record);
	struct sink *next;
};
