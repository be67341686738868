/* Runs two commands in turn, and prints the median wall time of each in microseconds: command-time RUNS A… -- B… */
#define _GNU_SOURCE
#include "measure.h"

#include <spawn.h>
#include <sys/wait.h>

extern char **environ;

static void run(char **command, struct times *times) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    int64_t start = now();
    pid_t child;
    int error = posix_spawnp(&child, command[0], &actions, NULL, command, environ);
    if (error != 0) errx(69, "cannot run %s: %s", command[0], strerror(error));
    int status;
    if (waitpid(child, &status, 0) != child) err(71, "cannot wait for %s", command[0]);
    add_time(times, now() - start);
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0) errx(70, "cannot time %s: it failed with status %#x", command[0], status);
}

int main(int count, char **arguments) {
    char **second = NULL;
    for (int index = 2; index < count; index++) {
        if (strcmp(arguments[index], "--") == 0) {
            arguments[index] = NULL;
            second = arguments + index + 1;
            break;
        }
    }
    if (second == NULL || *second == NULL || arguments[2] == NULL) errx(64, "usage: command-time RUNS A… -- B…");
    struct times times[2] = {0};
    long runs = number(arguments[1], 1);
    for (long done = -3; done < runs; done++) {
        if (done == 0) times[0].count = times[1].count = 0;
        run(arguments + 2, &times[0]);
        run(second, &times[1]);
    }
    printf("%.1f %.1f\n", percentile(&times[0], 0.5), percentile(&times[1], 0.5));
}
