#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

// What zlib.h has as macros, which Swift does not see.

static inline int CZlibDeflateInit(z_streamp stream, int level, int method, int bits, int memory, int strategy) {
    return deflateInit2(stream, level, method, bits, memory, strategy);
}

static inline int CZlibInflateInit(z_streamp stream, int bits) {
    return inflateInit2(stream, bits);
}

#endif
