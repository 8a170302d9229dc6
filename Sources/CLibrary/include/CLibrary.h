#ifndef CLIBRARY_H
#define CLIBRARY_H

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Calls `body(context, sp)` with all callee-saved registers spilled to the native stack, and the address of the
/// stack's top at that moment. The collector scans from there.
void minipy_with_spilled_registers(void (*body)(void *context, void *sp), void *context);

/// The frame pointer of the function that calls this.
static inline __attribute__((always_inline)) uintptr_t minipy_frame_address(void) {
    return (uintptr_t)__builtin_frame_address(0);
}

/// Asks the processor to bring memory near, which will be written soon.
static inline __attribute__((always_inline)) void minipy_prefetch(const void *address) {
    __builtin_prefetch(address, 1);
}

/// The frame pointer of the function that the function with the frame pointer `caller` has called, found by going up
/// the chain of frame pointers; 0 when the chain does not lead there. `low` is the top of the stack.
uintptr_t minipy_callee_frame(uintptr_t caller, uintptr_t low);

/// Clears the native stack below the caller, where frames of functions that have returned left their words: frames that
/// come to lie there do not show them to the collector's scan.
void minipy_clear_dead_stack(void);

/// How many bytes a block of malloc really has.
size_t minipy_allocation_size(void *memory);

/* Has malloc keep large pieces that were freed for the next use, rather than give them to the system and ask again. */
void minipy_keep_freed_memory(void);

/// Gives a table more memory; what is in it is kept. NULL when there is none to be had. Large tables are mapped: they
/// grow by moving their pages.
void *minipy_grow_table(void *table, size_t old_size, size_t new_size);

/// Frees a table that `minipy_grow_table` gave, of this size; NULL and 0 is none.
void minipy_free_table(void *table, size_t size);

/* Whether malloc can give so many bytes at once. (A pair of malloc and free in Swift is optimised away.) */
int minipy_can_allocate(size_t bytes);

/// Runs `body(context)` on a new stack of so many bytes (reserved, used page by page), or on the present one when there
/// is no memory. Where the system can switch stacks, the thread stays the same: starting one and waiting for it cost a
/// tenth of the time of an empty program. Otherwise it is another thread, and gets the signals.
void minipy_run_on_stack(size_t size, void (*body)(void *context), void *context);

/// The bounds of the stack that the calling thread is on: lowest address and size in bytes. Zero on success.
int minipy_stack_bounds(uintptr_t *low, size_t *size);

/// Makes malloc serve all threads from the main arena. The arenas that glibc gives to other threads grow by a page at a
/// time, with a system call each.
void minipy_use_one_arena(void);

/// One library module written in the language, embedded in the binary.
typedef struct {
    const char *name; /* dotted module name */
    const char *path; /* path below Library/ */
    const unsigned char *text;
    size_t length;
    int is_package;
} minipy_library_module;

/// The embedded modules, `count` of them.
const minipy_library_module *minipy_library_modules(size_t *count);

/// Waits for descriptors as poll does, up to `timeout` nanoseconds (for ever when negative), with the signal mask `mask`
/// in force during the wait only.
int minipy_poll(struct pollfd *descriptors, size_t count, int64_t timeout, const sigset_t *mask);

/// Starts a program, found on PATH when its name has no slash. `descriptors` become its standard streams (-1: those of
/// this process). Zero, or the error number.
int minipy_spawn(pid_t *process, const char *program, char *const *arguments, bool has_environment,
                 char *const *environment, const char *directory, const int *descriptors, bool new_session);

/// Mutexes, conditions and threads of the operating system.
typedef struct minipy_mutex minipy_mutex;
typedef struct minipy_condition minipy_condition;
minipy_mutex *minipy_mutex_new(void);
void minipy_mutex_lock(minipy_mutex *mutex);
void minipy_mutex_unlock(minipy_mutex *mutex);
minipy_condition *minipy_condition_new(void);
void minipy_condition_free(minipy_condition *condition);
void minipy_condition_signal(minipy_condition *condition);

/// Waits until the condition is signalled, or for so many nanoseconds (for ever when negative); false when the time is
/// over. May also return without a reason.
bool minipy_condition_wait(minipy_condition *condition, minipy_mutex *mutex, int64_t nanoseconds);

/// Runs `body(context)` on a new thread, which gets no signals and need not be joined. Zero, or the error number;
/// `identity` is what `minipy_thread_identity` gives there.
int minipy_thread_start(void (*body)(void *context), void *context, size_t stack_size, uint64_t *identity);

/// What tells the calling thread from others that live, and its number in the system.
uint64_t minipy_thread_identity(void);
uint64_t minipy_thread_native_identity(void);

/// Sets bits of a word that another thread owns.
void minipy_raise_flag(int32_t *word, int32_t bits);

#endif
