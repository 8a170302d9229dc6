#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CLibrary.h"
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void minipy_use_one_arena(void) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 1);
#endif
}

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

extern char **environ;

int minipy_spawn(pid_t *process, const char *program, char *const *arguments, bool has_environment,
                 char *const *environment, const char *directory, const int *descriptors, bool new_session) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    // Descriptors below three would be overwritten while they are still needed: they are moved out of the way.
    int moved[3] = {-1, -1, -1};
    for (int index = 0; index < 3; index++) {
        int descriptor = descriptors[index];
        if (descriptor < 0) continue;
        if (descriptor < 3 && descriptor != index) {
            moved[index] = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
            descriptor = moved[index];
        }
        if (descriptor == index) {
            // The copy onto itself must lose its close-on-exec flag.
            moved[index] = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
            descriptor = moved[index];
        }
        posix_spawn_file_actions_adddup2(&actions, descriptor, index);
    }
    int error = 0;
    if (directory) error = posix_spawn_file_actions_addchdir_np(&actions, directory);
    short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &signals);
#ifdef POSIX_SPAWN_SETSID
    if (new_session) flags |= POSIX_SPAWN_SETSID;
#endif
    posix_spawnattr_setflags(&attributes, flags);
    if (error == 0) {
        error = posix_spawnp(process, program, &actions, &attributes, arguments,
                             has_environment ? environment : environ);
    }
    for (int index = 0; index < 3; index++) {
        if (moved[index] >= 0) close(moved[index]);
    }
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}
