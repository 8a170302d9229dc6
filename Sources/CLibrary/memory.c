#include "CLibrary.h"
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

void minipy_keep_freed_memory(void) {
#ifndef __APPLE__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
#endif
}

int minipy_can_allocate(size_t bytes) {
    void *volatile memory = malloc(bytes);
    if (memory == NULL) return 0;
    free(memory);
    return 1;
}
