#include "CReadline.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/history.h>
#include <readline/readline.h>

// The library of that name on macOS is another one, without some of this.
#if defined(RL_READLINE_VERSION) && RL_READLINE_VERSION >= 0x0700
#define IS_GNU 1
#endif

static creadline_complete completer;
static const char *initial_text = "";
/// The locale that takes the place of the environment's, if that has no UTF-8.
static const char *forced_locale;

static bool has_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool creadline_use_utf8(void) {
    // Programs run in Python's UTF-8 mode whatever the locale says, and so does the prompt.
    static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
    for (size_t index = 0; index < sizeof names / sizeof names[0]; index++)
        if (setlocale(LC_CTYPE, names[index]) != NULL && has_utf8()) {
            forced_locale = index == 0 ? NULL : names[index];
            return true;
        }
    setlocale(LC_CTYPE, "C");
    return false;
}

/// readline asks the environment for the locale again and again: for the length of a call it finds the one we want.
/// Gives what stood there before, to be handed to `leave_locale`.
static char *enter_locale(void) {
    if (!forced_locale) return NULL;
    const char *old = getenv("LC_ALL");
    char *kept = old ? strdup(old) : NULL;
    setenv("LC_ALL", forced_locale, 1);
    return kept;
}

static void leave_locale(char *kept) {
    if (!forced_locale) return;
    if (kept) {
        setenv("LC_ALL", kept, 1);
        free(kept);
    } else {
        unsetenv("LC_ALL");
    }
}

// MARK: Keys

/// Whether there is nothing but spaces before the cursor, and at least one.
static bool is_in_indentation(void) {
    if (rl_point == 0) return false;
    for (int index = rl_point - 1; index >= 0 && rl_line_buffer[index] != '\n'; index--)
        if (rl_line_buffer[index] != ' ') return false;
    return rl_line_buffer[rl_point - 1] == ' ';
}

/// Backspace takes away a level of indentation.
static int delete_back(int count, int key) {
    if (count != 1 || !is_in_indentation()) return rl_rubout(count, key);
    int column = 0;
    while (rl_point - column > 0 && rl_line_buffer[rl_point - column - 1] == ' ') column++;
    int start = rl_point - ((column - 1) % 4 + 1);
    rl_delete_text(start, rl_point);
    rl_point = start;
    return 0;
}

static int indent_or_complete(int count, int key);

static int complete(int count, int key) {
#ifdef IS_GNU
    // The second Tab in a row shows the candidates.
    (void)count;
    (void)key;
    return rl_complete_internal(rl_completion_mode(indent_or_complete));
#else
    return rl_complete(count, key);
#endif
}

/// Tab indents where there is nothing to complete.
static int indent_or_complete(int count, int key) {
    int start = rl_point;
    while (start > 0 && rl_line_buffer[start - 1] != '\n') start--;
    for (int index = start; index < rl_point; index++)
        if (rl_line_buffer[index] != ' ' && rl_line_buffer[index] != '\t') return complete(count, key);
    for (int left = 4 - (rl_point - start) % 4; left > 0; left--) rl_insert_text(" ");
    return 0;
}

// MARK: Completion

#ifdef IS_GNU
static char **candidates;
static size_t next_candidate;

static char *give_candidate(const char *text, int state) {
    (void)text;
    if (state == 0) next_candidate = 0;
    char *candidate = candidates ? candidates[next_candidate] : NULL;
    if (candidate) next_candidate++;
    return candidate;
}

static int word_start;

/// Lets the owner say where the word begins, by making that the only place where words break.
static char *find_word_break(void) {
    static char breaks[1] = "";
    return breaks;
}

static char **attempt(const char *text, int start, int end) {
    (void)text;
    (void)start;
    rl_attempted_completion_over = 1;
    rl_completion_append_character = '\0';
    int from = end;
    candidates = completer ? completer(rl_line_buffer, end, &from) : NULL;
    if (!candidates) return NULL;
    word_start = from;
    // readline takes the text from the last break to the cursor for the word: here that is the whole line. So the
    // candidates get what stands before the word, and what is shown is cut again.
    size_t count = 0;
    while (candidates[count]) count++;
    for (size_t index = 0; index < count; index++) {
        size_t length = strlen(candidates[index]);
        char *line = malloc((size_t)from + length + 1);
        if (!line) break;
        memcpy(line, rl_line_buffer, (size_t)from);
        memcpy(line + from, candidates[index], length + 1);
        free(candidates[index]);
        candidates[index] = line;
    }
    char **whole = rl_completion_matches(text, give_candidate);
    free(candidates);
    candidates = NULL;
    return whole;
}

/// Shows the candidates without what stands before the word.
static void show_candidates(char **matches, int count, int longest) {
    (void)longest;
    int width = 0;
    for (int index = 1; index <= count; index++) {
        size_t length = strlen(matches[index]);
        size_t cut = length < (size_t)word_start ? length : (size_t)word_start;
        memmove(matches[index], matches[index] + cut, length - cut + 1);
        if ((int)(length - cut) > width) width = (int)(length - cut);
    }
    rl_display_match_list(matches, count, width);
    rl_forced_update_display();
}
#endif

// MARK: Set-up

#ifdef IS_GNU
/// Gives the terminal back. At the end of the input readline would begin a new line, but only on some terminals.
static void give_back(void) {
    rl_eof_found = 0;
    rl_deprep_terminal();
}
#endif

static int insert_initial_text(void) {
    if (*initial_text) rl_insert_text(initial_text);
    return 0;
}

void creadline_initialize(const char *name, creadline_complete complete) {
    completer = complete;
    rl_readline_name = name;
    rl_startup_hook = insert_initial_text;
#ifdef IS_GNU
    // The interpreter looks after signals and the size of the window; .inputrc may change the rest.
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;
    rl_deprep_term_function = give_back;
    rl_completion_word_break_hook = find_word_break;
    rl_attempted_completion_function = attempt;
    rl_completion_display_matches_hook = show_candidates;
    rl_completer_quote_characters = "";
    rl_sort_completion_matches = 0;
    rl_add_defun("indent-or-complete", indent_or_complete, -1);
    rl_add_defun("delete-back", delete_back, -1);
    char *kept = enter_locale();
    rl_initialize();
    leave_locale(kept);
    // Otherwise each line would bind the terminal's erase character anew.
    rl_variable_bind("bind-tty-special-chars", "off");
    Keymap insertion[2] = {rl_get_keymap_by_name("emacs"), rl_get_keymap_by_name("vi-insert")};
    for (int index = 0; index < 2; index++) {
        // Keys that .inputrc has changed stay so.
        if (rl_function_of_keyseq("\t", insertion[index], NULL) == rl_complete)
            rl_bind_key_in_map('\t', indent_or_complete, insertion[index]);
        if (rl_function_of_keyseq("\177", insertion[index], NULL) == rl_rubout)
            rl_bind_key_in_map(127, delete_back, insertion[index]);
        if (rl_function_of_keyseq("\b", insertion[index], NULL) == rl_rubout)
            rl_bind_key_in_map(8, delete_back, insertion[index]);
    }
#endif
    using_history();
}

// MARK: Reading

void creadline_begin(const char *prompt, const char *text, creadline_line handler) {
    initial_text = text;
    char *kept = enter_locale();
    rl_callback_handler_install(prompt, handler);
    leave_locale(kept);
    initial_text = "";
}

void creadline_read(void) {
    char *kept = enter_locale();
    rl_callback_read_char();
    leave_locale(kept);
}

void creadline_end(void) { rl_callback_handler_remove(); }

// MARK: The screen

void creadline_hide(void) {
#ifdef IS_GNU
    rl_clear_visible_line();
#else
    fputs("\r\033[K", rl_outstream ? rl_outstream : stdout);
#endif
    fflush(rl_outstream ? rl_outstream : stdout);
}

void creadline_show(void) {
    rl_on_new_line();
    rl_forced_update_display();
    fflush(rl_outstream ? rl_outstream : stdout);
}

void creadline_abandon(void) {
#ifdef IS_GNU
    // An incremental search and the like end, too.
    rl_callback_sigcleanup();
    rl_point = rl_end;
    rl_redisplay();
#endif
    rl_callback_handler_remove();
    fputs("\n", rl_outstream ? rl_outstream : stdout);
    fflush(rl_outstream ? rl_outstream : stdout);
}

void creadline_resize(void) {
#ifdef IS_GNU
    rl_resize_terminal();
#endif
}

void creadline_suspend(void) {
#ifdef IS_GNU
    if (rl_deprep_term_function) rl_deprep_term_function();
#endif
}

void creadline_resume(void) {
#ifdef IS_GNU
    if (rl_prep_term_function) rl_prep_term_function(1);
    rl_resize_terminal();
#endif
    creadline_show();
}

const char *creadline_text(void) { return rl_line_buffer ? rl_line_buffer : ""; }

// MARK: History

void creadline_remember(const char *line, int limit) {
    stifle_history(limit);
    add_history(line);
}
