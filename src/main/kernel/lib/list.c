/*
 * linux/list.h and lib/list_debug.c of v5.2: changes of a list. Each link is a word whose change
 * others see separately; readers need a lock, or RCU, while another CPU changes the list.
 *
 * Left out: the debugging of CONFIG_DEBUG_LIST.
 */

void INIT_LIST_HEAD(struct list_head *list)
{
	WRITE_ONCE(list->next, list);
	list->prev = list;
}

/* Makes two entries neighbours. */
static inline void list_join(struct list_head *before, struct list_head *after)
{
	after->prev = before;
	WRITE_ONCE(before->next, after);
}

/* The entry is complete before a reader can reach it from the one before. */
static inline void list_insert(struct list_head *entry, struct list_head *before)
{
	struct list_head *after = before->next;

	after->prev = entry;
	entry->next = after;
	entry->prev = before;
	WRITE_ONCE(before->next, entry);
}

/* At the beginning. */
void list_add(struct list_head *entry, struct list_head *head)
{
	list_insert(entry, head);
}

/* At the end. */
void list_add_tail(struct list_head *entry, struct list_head *head)
{
	list_insert(entry, head->prev);
}

/* Following the entry's links from now on is a bad address. */
void list_del(struct list_head *entry)
{
	list_join(entry->prev, entry->next);
	entry->next = LIST_POISON1;
	entry->prev = LIST_POISON2;
}

void list_del_init(struct list_head *entry)
{
	list_join(entry->prev, entry->next);
	INIT_LIST_HEAD(entry);
}

void list_move(struct list_head *entry, struct list_head *head)
{
	list_join(entry->prev, entry->next);
	list_insert(entry, head);
}

void list_move_tail(struct list_head *entry, struct list_head *head)
{
	list_join(entry->prev, entry->next);
	list_insert(entry, head->prev);
}

bool list_empty(struct list_head *head)
{
	return READ_ONCE(head->next) == head;
}

bool list_is_singular(struct list_head *head)
{
	return !list_empty(head) && head->next == head->prev;
}

bool list_is_last(struct list_head *entry, struct list_head *head)
{
	return entry->next == head;
}

/* Moves all members of one list to the beginning of another. */
void list_splice_init(struct list_head *list, struct list_head *head)
{
	struct list_head *first = list->next, *last = list->prev, *after = head->next;

	if (first == list)
		return;
	list_join(head, first);
	list_join(last, after);
	INIT_LIST_HEAD(list);
}
