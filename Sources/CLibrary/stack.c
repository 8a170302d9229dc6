#ifndef __APPLE__
#define _GNU_SOURCE
#endif
#include "CLibrary.h"
#include <pthread.h>
#ifndef __APPLE__
#include <sys/mman.h>
#include <ucontext.h>
#endif

#ifdef __APPLE__

typedef struct {
    void (*body)(void *);
    void *context;
} job;

static void *run(void *argument) {
    job *work = argument;
    work->body(work->context);
    return NULL;
}

void minipy_run_on_stack(size_t size, void (*body)(void *), void *context) {
    job work = {body, context};
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, size);
    int failure = pthread_create(&thread, &attributes, run, &work);
    pthread_attr_destroy(&attributes);
    if (failure) {
        body(context);
        return;
    }
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
    pthread_join(thread, NULL);
}

int minipy_stack_bounds(uintptr_t *low, size_t *size) {
    pthread_t thread = pthread_self();
    *size = pthread_get_stacksize_np(thread);
    *low = (uintptr_t)pthread_get_stackaddr_np(thread) - *size;
    return 0;
}

#else

/* The stack that the calling thread has switched to; null while it is on its own. */
static __thread void *stack;
static __thread size_t stack_size;

/* What a context is to run: makecontext passes ints only. */
static __thread void (*entry)(void *);
static __thread void *entry_context;

static void enter(void) { entry(entry_context); }

void minipy_run_on_stack(size_t size, void (*body)(void *), void *context) {
    const size_t guard = 1 << 16;
    char *memory = mmap(NULL, guard + size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK,
                        -1, 0);
    if (memory == MAP_FAILED) {
        body(context);
        return;
    }
    mprotect(memory, guard, PROT_NONE);
    ucontext_t here, there;
    getcontext(&there);
    there.uc_stack.ss_sp = memory + guard;
    there.uc_stack.ss_size = size;
    there.uc_link = &here;
    entry = body;
    entry_context = context;
    stack = memory + guard;
    stack_size = size;
    makecontext(&there, enter, 0);
    swapcontext(&here, &there);
    stack = NULL;
    munmap(memory, guard + size);
}

int minipy_stack_bounds(uintptr_t *low, size_t *size) {
    if (stack) {
        *low = (uintptr_t)stack;
        *size = stack_size;
        return 0;
    }
    pthread_attr_t attributes;
    void *address = 0;
    int failure = pthread_getattr_np(pthread_self(), &attributes);
    if (failure) return failure;
    failure = pthread_attr_getstack(&attributes, &address, size);
    pthread_attr_destroy(&attributes);
    *low = (uintptr_t)address;
    return failure;
}

#endif
