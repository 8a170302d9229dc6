#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CLibrary.h"
#include <sys/select.h>
#include <time.h>

int minipy_poll(struct pollfd *descriptors, size_t count, int64_t timeout, const sigset_t *mask) {
    struct timespec time = {.tv_sec = timeout / 1000000000, .tv_nsec = timeout % 1000000000};
    struct timespec *limit = timeout < 0 ? NULL : &time;
#ifdef __linux__
    return ppoll(descriptors, (nfds_t)count, limit, mask);
#else
    fd_set reads, writes;
    FD_ZERO(&reads);
    FD_ZERO(&writes);
    int highest = -1;
    for (size_t index = 0; index < count; index++) {
        int descriptor = descriptors[index].fd;
        if (descriptor >= FD_SETSIZE) continue;
        if (descriptors[index].events & POLLIN) FD_SET(descriptor, &reads);
        if (descriptors[index].events & POLLOUT) FD_SET(descriptor, &writes);
        if (descriptor > highest) highest = descriptor;
    }
    int ready = pselect(highest + 1, &reads, &writes, NULL, limit, mask);
    if (ready <= 0) return ready;
    for (size_t index = 0; index < count; index++) {
        int descriptor = descriptors[index].fd;
        short events = 0;
        if (descriptor < FD_SETSIZE && FD_ISSET(descriptor, &reads)) events |= POLLIN;
        if (descriptor < FD_SETSIZE && FD_ISSET(descriptor, &writes)) events |= POLLOUT;
        descriptors[index].revents = events;
    }
    return ready;
#endif
}
