#ifndef STRATA_CPROGRAM_H
#define STRATA_CPROGRAM_H

/// The most that a program may take.
struct program_limits {
    /// Of address space, in bytes.
    unsigned long long memory;
    /// Of each file that it writes, in bytes.
    unsigned long long output;
    /// Of processor time, in seconds.
    unsigned long long seconds;
};

/// Starts a program without a shell, in a process group of its own, with these three descriptors and no others.
///
/// It has no network where the system lets us take it away, and dies with the thread that started it.
///
/// Returns its process id, or -1 with errno set. A program that could not be started after all exits with 127.
int program_start(
    const char *_Nonnull path, char *_Nullable const *_Nonnull arguments, char *_Nullable const *_Nonnull environment,
    int input, int output, int errors, struct program_limits limits);

#endif
