// The part of GNU readline that the prompt uses, through functions: no global variables, no variadic calls.
// Only the command `minipy` links it; readline is under the GPL.
#ifndef CREADLINE_H
#define CREADLINE_H

#include <stdbool.h>
#include <stddef.h>

/// What the line editor tells its owner. `line` is NULL at the end of input, else the owner's to free.
typedef void (*creadline_line)(char *line);
/// Completes what stands before the cursor: the line, the cursor (in bytes), where the word that is replaced begins
/// (out). Gives the candidates, each malloc'ed, in a malloc'ed array that ends with NULL; or NULL.
typedef char **(*creadline_complete)(const char *line, int cursor, int *start);

/// Makes the process's locale one with UTF-8, if the system has any; false when there is none.
bool creadline_use_utf8(void);

/// Sets the editor up: to be called once. `name` is the application's in .inputrc.
void creadline_initialize(const char *name, creadline_complete complete);

/// Shows a prompt and begins to read a line, which has `text` in it already.
void creadline_begin(const char *prompt, const char *text, creadline_line handler);
/// Reads what is there to be read; calls the handler when that makes a line.
void creadline_read(void);
/// Stops reading; the terminal is as it was.
void creadline_end(void);

/// Takes the prompt and the line from the screen, and puts them back on a new line.
void creadline_hide(void);
void creadline_show(void);
/// Leaves the line as it stands on the screen and forgets it.
void creadline_abandon(void);
/// The size of the terminal has changed.
void creadline_resize(void);
/// Gives the terminal back, and takes it again with the line as it was: before and after the process is stopped.
void creadline_suspend(void);
void creadline_resume(void);
/// The line being typed.
const char *creadline_text(void);

/// The list of earlier lines.
void creadline_remember(const char *line, int limit);

#endif
