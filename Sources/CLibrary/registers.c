#include "CLibrary.h"
#include <setjmp.h>
#include <string.h>

__attribute__((noinline)) void minipy_with_spilled_registers(void (*body)(void *, void *), void *context) {
    jmp_buf registers;
    /* setjmp stores the callee-saved registers in the buffer, which lies on this frame; glibc scrambles some of
       them, so the compiler is asked to spill them, too. */
    __builtin_unwind_init();
    (void)setjmp(registers);
    body(context, __builtin_frame_address(0) < (void *)&registers ? __builtin_frame_address(0) : (void *)&registers);
    __asm__ volatile("" ::: "memory");
}

__attribute__((noinline)) void minipy_clear_dead_stack(void) {
    char memory[4096];
    memset(memory, 0, sizeof memory);
    __asm__ volatile("" : : "r"(memory) : "memory");
}

__attribute__((noinline)) uintptr_t minipy_callee_frame(uintptr_t caller, uintptr_t low) {
    uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
    for (int step = 0; step < 400; step++) {
        uintptr_t next = *(uintptr_t *)frame;
        if (next == caller) return frame > low ? frame : 0;
        if (next <= frame || next > caller) return 0;
        frame = next;
    }
    return 0;
}
