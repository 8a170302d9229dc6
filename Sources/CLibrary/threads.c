#include "CLibrary.h"
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

struct minipy_mutex {
    pthread_mutex_t mutex;
};

struct minipy_condition {
    pthread_cond_t condition;
};

minipy_mutex *minipy_mutex_new(void) {
    minipy_mutex *mutex = malloc(sizeof *mutex);
    if (mutex) pthread_mutex_init(&mutex->mutex, NULL);
    return mutex;
}

void minipy_mutex_lock(minipy_mutex *mutex) { pthread_mutex_lock(&mutex->mutex); }

void minipy_mutex_unlock(minipy_mutex *mutex) { pthread_mutex_unlock(&mutex->mutex); }

minipy_condition *minipy_condition_new(void) {
    minipy_condition *condition = malloc(sizeof *condition);
    if (!condition) return NULL;
#ifdef __linux__
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&condition->condition, &attributes);
    pthread_condattr_destroy(&attributes);
#else
    pthread_cond_init(&condition->condition, NULL);
#endif
    return condition;
}

void minipy_condition_free(minipy_condition *condition) {
    if (!condition) return;
    pthread_cond_destroy(&condition->condition);
    free(condition);
}

void minipy_condition_signal(minipy_condition *condition) { pthread_cond_signal(&condition->condition); }

bool minipy_condition_wait(minipy_condition *condition, minipy_mutex *mutex, int64_t nanoseconds) {
    if (nanoseconds < 0) {
        pthread_cond_wait(&condition->condition, &mutex->mutex);
        return true;
    }
    struct timespec time;
#ifdef __linux__
    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_sec += nanoseconds / 1000000000;
    time.tv_nsec += nanoseconds % 1000000000;
    if (time.tv_nsec >= 1000000000) {
        time.tv_sec += 1;
        time.tv_nsec -= 1000000000;
    }
    return pthread_cond_timedwait(&condition->condition, &mutex->mutex, &time) != ETIMEDOUT;
#else
    time.tv_sec = nanoseconds / 1000000000;
    time.tv_nsec = nanoseconds % 1000000000;
    return pthread_cond_timedwait_relative_np(&condition->condition, &mutex->mutex, &time) != ETIMEDOUT;
#endif
}

struct start {
    void (*body)(void *);
    void *context;
};

static void *run(void *argument) {
    struct start start = *(struct start *)argument;
    free(argument);
    start.body(start.context);
    return NULL;
}

int minipy_thread_start(void (*body)(void *context), void *context, size_t stack_size, uint64_t *identity) {
    struct start *start = malloc(sizeof *start);
    if (!start) return ENOMEM;
    start->body = body;
    start->context = context;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, stack_size);
    /* The new thread inherits the mask: signals are for the thread that runs the program. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    int error = pthread_create(&thread, &attributes, run, start);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    if (error) free(start);
    else *identity = (uint64_t)(uintptr_t)thread;
    return error;
}

uint64_t minipy_thread_identity(void) { return (uint64_t)(uintptr_t)pthread_self(); }

uint64_t minipy_thread_native_identity(void) {
#ifdef __linux__
    return (uint64_t)syscall(SYS_gettid);
#else
    uint64_t identity = 0;
    pthread_threadid_np(NULL, &identity);
    return identity;
#endif
}

void minipy_raise_flag(int32_t *word, int32_t bits) { __atomic_fetch_or(word, bits, __ATOMIC_RELAXED); }
