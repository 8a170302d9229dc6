#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CLibrary.h"
#include <stdlib.h>
#ifdef __APPLE__
#include <malloc/malloc.h>
#else
#include <malloc.h>
#include <sys/mman.h>
#endif
#include <string.h>

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

#ifdef __linux__
// From this size on, a table has pages of its own.
static const size_t mapped_size = 256 << 10;

void *minipy_grow_table(void *table, size_t old_size, size_t new_size) {
    if (new_size < mapped_size) return realloc(table, new_size);
    void *grown;
    if (old_size >= mapped_size) {
        grown = mremap(table, old_size, new_size, MREMAP_MAYMOVE);
    } else {
        grown = mmap(NULL, new_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (grown != MAP_FAILED && old_size > 0) {
            memcpy(grown, table, old_size);
            free(table);
        }
    }
    return grown == MAP_FAILED ? NULL : grown;
}

void minipy_free_table(void *table, size_t size) {
    if (size < mapped_size) free(table);
    else munmap(table, size);
}
#else
void *minipy_grow_table(void *table, size_t old_size, size_t new_size) {
    (void)old_size;
    return realloc(table, new_size);
}

void minipy_free_table(void *table, size_t size) {
    (void)size;
    free(table);
}
#endif

int minipy_can_allocate(size_t bytes) {
    void *volatile memory = malloc(bytes);
    if (memory == NULL) return 0;
    free(memory);
    return 1;
}
