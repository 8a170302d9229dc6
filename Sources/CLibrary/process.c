#include "CLibrary.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void minipy_use_one_arena(void) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 1);
#endif
}
