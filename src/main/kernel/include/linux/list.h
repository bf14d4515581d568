/*
 * Circular lists: the head and the link in each member are of one type, and an empty list is a head
 * that points to itself.
 */
struct list_head {
	struct list_head *next;
	struct list_head *prev;
};

/* Links of a member that is no longer in any list: following one is a bad address. */
#define LIST_POISON1 ((struct list_head *)0x100UL)
#define LIST_POISON2 ((struct list_head *)0x122UL)

#define LIST_HEAD_INIT(name) { .next = &(name), .prev = &(name) }
#define LIST_HEAD(name) struct list_head name = LIST_HEAD_INIT(name)

#define list_entry(ptr, type, member) container_of(ptr, type, member)
#define list_first_entry(head, type, member) list_entry((head)->next, type, member)
#define list_last_entry(head, type, member) list_entry((head)->prev, type, member)
#define list_next_entry(pos, member) list_entry((pos)->member.next, typeof(*(pos)), member)
#define list_prev_entry(pos, member) list_entry((pos)->member.prev, typeof(*(pos)), member)
#define list_first_entry_or_null(head, type, member) ({ \
	struct list_head *__first = READ_ONCE((head)->next); \
	__first == (head) ? (type *)NULL : list_entry(__first, type, member); \
})

#define list_for_each(pos, head) \
	for ((pos) = (head)->next; (pos) != (head); (pos) = (pos)->next)
#define list_for_each_safe(pos, after, head) \
	for ((pos) = (head)->next, (after) = (pos)->next; (pos) != (head); \
	     (pos) = (after), (after) = (pos)->next)

#define list_entry_is_head(pos, head, member) (&(pos)->member == (head))
#define list_for_each_entry(pos, head, member) \
	for ((pos) = list_first_entry(head, typeof(*(pos)), member); \
	     !list_entry_is_head(pos, head, member); (pos) = list_next_entry(pos, member))
#define list_for_each_entry_reverse(pos, head, member) \
	for ((pos) = list_last_entry(head, typeof(*(pos)), member); \
	     !list_entry_is_head(pos, head, member); (pos) = list_prev_entry(pos, member))
#define list_for_each_entry_safe(pos, after, head, member) \
	for ((pos) = list_first_entry(head, typeof(*(pos)), member), \
	     (after) = list_next_entry(pos, member); \
	     !list_entry_is_head(pos, head, member); \
	     (pos) = (after), (after) = list_next_entry(after, member))
#define list_for_each_entry_rcu(pos, head, member) list_for_each_entry(pos, head, member)

#define list_add_rcu(entry, head) list_add(entry, head)
#define list_add_tail_rcu(entry, head) list_add_tail(entry, head)
#define list_del_rcu(entry) list_del(entry)
