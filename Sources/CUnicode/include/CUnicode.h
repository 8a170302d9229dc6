// The Unicode database as constant tables: a record for each code point, found through a two-stage index,
// and the decompositions and compositions of the normalization forms. tables.c is generated.
#ifndef CUNICODE_H
#define CUNICODE_H

#include <stdint.h>

/// Bits of `cu_record.flags`, in the order of the generator's list.
enum {
    CU_ALPHA = 1 << 0,
    CU_DECIMAL = 1 << 1,
    CU_DIGIT = 1 << 2,
    CU_NUMERIC = 1 << 3,
    CU_SPACE = 1 << 4,
    CU_PRINTABLE = 1 << 5,
    CU_UPPER = 1 << 6,
    CU_LOWER = 1 << 7,
    CU_TITLE = 1 << 8,
    CU_ID_START = 1 << 9,
    CU_ID_CONTINUE = 1 << 10,
    CU_CASED = 1 << 11,
    CU_CASE_IGNORABLE = 1 << 12,
    CU_LINE_BREAK = 1 << 13,
    CU_MIRRORED = 1 << 14,
};

/// What a code point is; many code points share one record.
typedef struct {
    uint32_t flags;
    int32_t lower_delta; // one-to-one mappings, as distances
    int32_t upper_delta;
    int32_t title_delta;
    uint16_t special_case; // offset in cu_special_cases where the full mappings differ, or 0
    uint8_t category;      // index in the generator's CATEGORIES
    uint8_t decimal;       // 255: none
    uint8_t digit;         // 255: none
    uint8_t numeric;       // index in cu_numeric_values, 0: none
    uint8_t combining;
    uint8_t bidirectional;
    uint8_t width;
} cu_record;

extern const char cu_unicode_version[];
extern const uint16_t cu_record_index[];
extern const uint16_t cu_record_pages[];
extern const cu_record cu_records[];
/// At an offset: the four lengths (lower, upper, title, fold; 8 bits each), then the mapped code points.
extern const uint32_t cu_special_cases[];
extern const double cu_numeric_values[];
extern const uint8_t cu_decomposition_index[];
extern const uint16_t cu_decomposition_pages[];
/// At an offset: the lengths of the canonical and of the compatibility decomposition (8 bits each; an
/// empty compatibility decomposition is the same as the canonical one), then both, fully decomposed.
extern const uint32_t cu_decompositions[];
extern const uint32_t cu_composition_count;
extern const uint64_t cu_composition_keys[];
extern const uint32_t cu_composition_results[];

/// The record of any 32-bit number; beyond the last code point it is that of an unassigned one.
static inline const cu_record *_Nonnull cu_find(uint32_t code) {
    if (code >= 0x110000) code = 0x10FFFF;
    return &cu_records[cu_record_pages[((uint32_t)cu_record_index[code >> 7] << 7) | (code & 127)]];
}

/// The flags of a code point.
static inline uint32_t cu_flags(uint32_t code) { return cu_find(code)->flags; }

/// The entry of `cu_special_cases` at an offset.
static inline const uint32_t *_Nonnull cu_special(uint32_t offset) { return &cu_special_cases[offset]; }

/// The numeric value at an index of a record.
static inline double cu_numeric(uint32_t index) { return cu_numeric_values[index]; }

/// The entry of `cu_decompositions` of a code point, or NULL; Hangul syllables are not in the table.
static inline const uint32_t *_Nullable cu_decomposition(uint32_t code) {
    if (code >= 0x110000) return 0;
    uint32_t offset = cu_decomposition_pages[((uint32_t)cu_decomposition_index[code >> 7] << 7) | (code & 127)];
    return offset ? &cu_decompositions[offset] : 0;
}

/// The primary composite of two code points, or 0; Hangul is not in the table.
static inline uint32_t cu_compose(uint32_t first, uint32_t second) {
    uint64_t key = (uint64_t)first << 32 | second;
    uint32_t low = 0, high = cu_composition_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (cu_composition_keys[middle] < key) low = middle + 1;
        else high = middle;
    }
    return low < cu_composition_count && cu_composition_keys[low] == key ? cu_composition_results[low] : 0;
}

/// The version of the Unicode standard that the tables follow.
static inline const char *_Nonnull cu_version(void) { return cu_unicode_version; }

/// Room that the name of a character needs, and code points that a named sequence has at most.
#define CU_NAME_CAPACITY 128
#define CU_SEQUENCE_CAPACITY 8

/// Writes the name of a code point into a buffer of `CU_NAME_CAPACITY` bytes; gives its length, 0 if there is none.
int cu_name(uint32_t code, char *_Nonnull buffer);

/// The code points of a name, an alias or a named sequence, in any case: how many there are, 0 for an unknown name.
int cu_lookup(const char *_Nonnull name, int length, uint32_t *_Nonnull codes);

/// The decomposition as the Unicode database has it: number of the tag, count, code points; or NULL.
const uint32_t *_Nullable cu_raw_decomposition(uint32_t code);

/// An encoding of one byte a character.
typedef struct {
    const char *_Nonnull name;
    const char *_Nonnull names;     // all names in lower case with underscores, a space around each
    const uint16_t *_Nonnull codes; // the code points of the 256 bytes; 0xFFFE: none
} cu_codepage;

/// All encodings of one byte a character that are tables.
const cu_codepage *_Nonnull cu_codepages(int *_Nonnull count);

#endif
