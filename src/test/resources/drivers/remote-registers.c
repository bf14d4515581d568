/* A panic notifier that collects a register of each CPU, with a function call there. */
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/smp.h>

static unsigned long registers[64];

static void read_register(void *info)
{
	unsigned long *table = info;

	table[smp_processor_id()] = 0x1000 + smp_processor_id();
}

static int collect_registers(struct notifier_block *nb, unsigned long event, void *text)
{
	int cpu;

	for_each_online_cpu(cpu) {
		if (smp_call_function_single(cpu, read_register, registers, 1) == 0)
			pr_emerg("cpu%d: register %lx\n", cpu, registers[cpu]);
	}
	return NOTIFY_DONE;
}

static struct notifier_block collector = { .notifier_call = collect_registers, .priority = 10 };

static int __init collector_init(void)
{
	return atomic_notifier_chain_register(&panic_notifier_list, &collector);
}
module_init(collector_init);
MODULE_LICENSE("GPL v2");
