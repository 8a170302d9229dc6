#ifndef CLIBRARY_H
#define CLIBRARY_H

#include <stddef.h>
#include <stdint.h>

/// Calls `body(context, sp)` with all callee-saved registers spilled to the native stack, and the address of the
/// stack's top at that moment. The collector scans from there.
void minipy_with_spilled_registers(void (*body)(void *context, void *sp), void *context);

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

#endif
