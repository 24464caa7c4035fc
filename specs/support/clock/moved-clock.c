// Moves a process's monotonic clock ahead by the seconds in a file, whenever that file says other ones. Preloaded
// into a browser, it makes hours of its caches pass at once; the clock on the wall stays, and with it certificates.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *seconds_ahead;

// Mapped before a sandbox closes the file system, and inherited by every process that is forked.
__attribute__((constructor)) static void map_file(void) {
  const char *path = getenv("CORS_CONFORMANCE_CLOCK");
  int file = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  void *mapped = mmap(NULL, sizeof *seconds_ahead, PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (mapped != MAP_FAILED) seconds_ahead = mapped;
}

static int64_t ahead(void) { return seconds_ahead == NULL ? 0 : *seconds_ahead; }

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = (int)syscall(SYS_clock_gettime, clock, now);
  int is_moved = clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_COARSE || clock == CLOCK_BOOTTIME;
  if (result == 0 && is_moved) now->tv_sec += ahead();
  return result;
}

// The kernel waits by its own clock: what was reckoned by the moved one is reckoned back.
int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
  static int (*wait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  if (wait == NULL) *(void **)&wait = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
  struct timespec deadline = *until;
  // Which clock a condition has is not told; that of the wall says more than thirty years.
  if (deadline.tv_sec < 1000000000) deadline.tv_sec -= ahead();
  return wait(condition, mutex, &deadline);
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock,
                           const struct timespec *until) {
  static int (*wait)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
  if (wait == NULL) *(void **)&wait = dlsym(RTLD_NEXT, "pthread_cond_clockwait");
  struct timespec deadline = *until;
  if (clock == CLOCK_MONOTONIC) deadline.tv_sec -= ahead();
  return wait(condition, mutex, clock, &deadline);
}
