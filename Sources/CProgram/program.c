#define _GNU_SOURCE
#include "CProgram.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#include <sys/prctl.h>
#endif

static void limit(int kind, unsigned long long most) {
    struct rlimit wanted = {(rlim_t)most, (rlim_t)most};
    setrlimit(kind, &wanted);
}

// Between fork and exec: only calls that are safe there, for other threads may have held locks at the fork.
static void become(
    const char *path, char *const *arguments, char *const *environment, int input, int output, int errors,
    struct program_limits limits, pid_t parent) {
    setpgid(0, 0);
#ifdef __linux__
    // A network of its own, with nothing in it; where that is forbidden the program runs all the same.
    unshare(CLONE_NEWUSER | CLONE_NEWNET);
    // After that call, which would take it back.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
#else
    (void)parent;
#endif
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(127);
    for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
    // What is ignored would stay so: the limit of output is felt by this signal.
    signal(SIGXFSZ, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_FSIZE, limits.output);
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_CORE, 0);
    execve(path, arguments, environment);
    _exit(127);
}

int program_start(
    const char *path, char *const *arguments, char *const *environment, int input, int output, int errors,
    struct program_limits limits) {
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) become(path, arguments, environment, input, output, errors, limits, parent);
    // Also from this side, so that it holds whichever comes first.
    if (child > 0) setpgid(child, child);
    return child;
}
