#include "CUnicode.h"

#include <string.h>

/* The names of characters, from names.bin, which scripts/make-unicode-names writes and describes. */

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(8) static const unsigned char data[] = {
#embed "names.bin"
};

enum { NAMES, RANGES, RAW, WORDS, CODES, BLOCKS, SORTED, RANGE_TABLE, TARGETS, RAW_TABLE, POOL, LETTERS, TEXTS };

#define FIRST_ALIAS 0xF0000u
#define SYLLABLES 0xAC00u
#define SYLLABLE_COUNT 11172u

static uint32_t head(int index) { return ((const uint32_t *)data)[index]; }
static const uint32_t *table(int index) { return (const uint32_t *)(data + head(index)); }

static const char *const leads[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                    "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
static const char *const vowels[] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE",
                                     "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
static const char *const tails[] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT",
                                    "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};

static int put(char *buffer, int length, const char *text) {
    int count = (int)strlen(text);
    memcpy(buffer + length, text, (size_t)count);
    return length + count;
}

static int put_word(char *buffer, int length, uint32_t word) {
    const uint32_t *places = table(WORDS);
    uint32_t count = places[word + 1] - places[word];
    memcpy(buffer + length, data + head(LETTERS) + places[word], count);
    return length + (int)count;
}

/* Steps over one name. */
static const unsigned char *skip(const unsigned char *text) {
    int words = *text++;
    while (words-- > 0) text += *text < 0xC0 ? 1 : 2;
    return text;
}

/* Writes name number `index`; gives its length. */
static int put_name(char *buffer, uint32_t index) {
    const unsigned char *text = data + head(TEXTS) + table(BLOCKS)[index / 16];
    for (uint32_t number = index % 16; number > 0; number--) text = skip(text);
    int words = *text++;
    int length = 0;
    for (int word = 0; word < words; word++) {
        if (word > 0) buffer[length++] = ' ';
        uint32_t number = *text++;
        if (number >= 0xC0) number = ((number - 0xC0) << 8) + *text++ + 0xC0;
        length = put_word(buffer, length, number);
    }
    return length;
}

static int put_hexadecimal(char *buffer, int length, uint32_t code) {
    int shift = code > 0xFFFFF ? 20 : code > 0xFFFF ? 16 : 12;
    for (; shift >= 0; shift -= 4) buffer[length++] = "0123456789ABCDEF"[code >> shift & 15];
    return length;
}

int cu_name(uint32_t code, char *buffer) {
    if (code >= FIRST_ALIAS && code < 0x100000) return 0;
    if (code - SYLLABLES < SYLLABLE_COUNT) {
        uint32_t syllable = code - SYLLABLES;
        int length = put(buffer, 0, "HANGUL SYLLABLE ");
        length = put(buffer, length, leads[syllable / 588]);
        length = put(buffer, length, vowels[syllable % 588 / 28]);
        return put(buffer, length, tails[syllable % 28]);
    }
    const uint32_t *ranges = table(RANGE_TABLE);
    for (uint32_t range = 0; range < head(RANGES); range++, ranges += 3) {
        if (code < ranges[0] || code > ranges[1]) continue;
        return put_hexadecimal(buffer, put_word(buffer, 0, ranges[2]), code);
    }
    const uint32_t *codes = table(CODES);
    uint32_t low = 0, high = head(NAMES);
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (codes[middle] < code) low = middle + 1;
        else high = middle;
    }
    return low < head(NAMES) && codes[low] == code ? put_name(buffer, low) : 0;
}

/* The code point of a name that is computed, or 0. */
static uint32_t computed(const char *name, int length) {
    if (length > 16 && memcmp(name, "HANGUL SYLLABLE ", 16) == 0) {
        for (uint32_t code = SYLLABLES; code < SYLLABLES + SYLLABLE_COUNT; code++) {
            char buffer[CU_NAME_CAPACITY];
            if (cu_name(code, buffer) == length && memcmp(buffer, name, (size_t)length) == 0) return code;
        }
        return 0;
    }
    const uint32_t *ranges = table(RANGE_TABLE);
    for (uint32_t range = 0; range < head(RANGES); range++, ranges += 3) {
        char buffer[CU_NAME_CAPACITY];
        int start = put_word(buffer, 0, ranges[2]);
        if (length < start + 4 || length > start + 5 || memcmp(buffer, name, (size_t)start) != 0) continue;
        uint32_t code = 0;
        for (int index = start; index < length; index++) {
            char digit = name[index];
            if (digit >= '0' && digit <= '9') code = code << 4 | (uint32_t)(digit - '0');
            else if (digit >= 'A' && digit <= 'F') code = code << 4 | (uint32_t)(digit - 'A' + 10);
            else return 0;
        }
        if (code >= ranges[0] && code <= ranges[1]) return code;
    }
    return 0;
}

int cu_lookup(const char *name, int length, uint32_t *codes) {
    if (length <= 0 || length >= CU_NAME_CAPACITY) return 0;
    uint32_t code = computed(name, length);
    if (code) {
        codes[0] = code;
        return 1;
    }
    char wanted[CU_NAME_CAPACITY];
    for (int index = 0; index < length; index++) {
        char letter = name[index];
        wanted[index] = letter >= 'a' && letter <= 'z' ? (char)(letter - 32) : letter;
    }
    const uint16_t *sorted = (const uint16_t *)(data + head(SORTED));
    uint32_t low = 0, high = head(NAMES);
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        char buffer[CU_NAME_CAPACITY];
        int count = put_name(buffer, sorted[middle]);
        int order = memcmp(buffer, wanted, (size_t)(count < length ? count : length));
        if (order == 0) order = count - length;
        if (order == 0) {
            code = table(CODES)[sorted[middle]];
            if (code < FIRST_ALIAS || code >= 0x100000) {
                codes[0] = code;
                return 1;
            }
            const uint32_t *target = table(POOL) + table(TARGETS)[code - FIRST_ALIAS];
            int total = (int)target[0];
            for (int index = 0; index < total && index < CU_SEQUENCE_CAPACITY; index++) codes[index] = target[index + 1];
            return total < CU_SEQUENCE_CAPACITY ? total : CU_SEQUENCE_CAPACITY;
        }
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return 0;
}

const uint32_t *cu_raw_decomposition(uint32_t code) {
    const uint32_t *raw = table(RAW_TABLE);
    uint32_t low = 0, high = head(RAW);
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (raw[middle * 2] < code) low = middle + 1;
        else high = middle;
    }
    return low < head(RAW) && raw[low * 2] == code ? table(POOL) + raw[low * 2 + 1] : 0;
}
