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
