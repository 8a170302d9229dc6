#define _GNU_SOURCE
#include "CLibrary.h"
#include <pthread.h>
#include <stdlib.h>
#ifdef __APPLE__
#include <malloc/malloc.h>
#else
#include <malloc.h>
#endif

size_t minipy_allocation_size(void *memory) {
#ifdef __APPLE__
    return malloc_size(memory);
#else
    return malloc_usable_size(memory);
#endif
}

int minipy_stack_bounds(uintptr_t *low, size_t *size) {
#ifdef __APPLE__
    pthread_t thread = pthread_self();
    *size = pthread_get_stacksize_np(thread);
    *low = (uintptr_t)pthread_get_stackaddr_np(thread) - *size;
    return 0;
#else
    pthread_attr_t attributes;
    void *address = 0;
    int failure = pthread_getattr_np(pthread_self(), &attributes);
    if (failure) return failure;
    failure = pthread_attr_getstack(&attributes, &address, size);
    pthread_attr_destroy(&attributes);
    *low = (uintptr_t)address;
    return failure;
#endif
}

void minipy_keep_freed_memory(void) {
#ifndef __APPLE__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
#endif
}

int minipy_can_allocate(size_t bytes) {
    void *volatile memory = malloc(bytes);
    if (memory == NULL) return 0;
    free(memory);
    return 1;
}
