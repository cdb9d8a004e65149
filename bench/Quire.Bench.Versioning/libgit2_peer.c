/*
 * The peer of the benchmark: the same merges and diffs by libgit2.
 * Reads commands on stdin and answers each with one line:
 *   load FOLDER COUNT        reads FOLDER/{0..COUNT-1}.{base,ours,theirs}
 *   merge ROUNDS             merges every triple ROUNDS times; answers the time in nanoseconds and a check sum
 *   diff ROUNDS              compares base and ours likewise
 */
#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct text { char *bytes; size_t size; };
static struct text texts[64][3];
static int count;

static struct text read_file(const char *folder, int index, const char *part)
{
    char path[4096];
    struct text text = { 0 };
    snprintf(path, sizeof path, "%s/%d.%s", folder, index, part);
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(1); }
    fseek(file, 0, SEEK_END);
    text.size = (size_t)ftell(file);
    rewind(file);
    text.bytes = malloc(text.size + 1);
    if (fread(text.bytes, 1, text.size, file) != text.size) exit(1);
    fclose(file);
    return text;
}

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static unsigned long long merge_one(int i)
{
    git_merge_file_input in[3];
    git_merge_file_result result = { 0 };
    for (int part = 0; part < 3; part++) {
        git_merge_file_input init = GIT_MERGE_FILE_INPUT_INIT;
        in[part] = init;
        in[part].ptr = texts[i][part].bytes;
        in[part].size = texts[i][part].size;
        in[part].path = "file";
        in[part].mode = 0100644;
    }
    if (git_merge_file(&result, &in[0], &in[1], &in[2], NULL) < 0) exit(1);
    unsigned long long size = result.len;
    git_merge_file_result_free(&result);
    return size;
}

static int on_hunk(const git_diff_delta *delta, const git_diff_hunk *hunk, void *payload)
{
    (void)delta;
    *(unsigned long long *)payload += (unsigned long long)(hunk->old_lines + hunk->new_lines);
    return 0;
}

static unsigned long long diff_one(int i)
{
    unsigned long long lines = 0;
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.context_lines = 0;
    if (git_diff_buffers(texts[i][0].bytes, texts[i][0].size, "file", texts[i][1].bytes, texts[i][1].size, "file",
                         &options, NULL, NULL, on_hunk, NULL, &lines) < 0) exit(1);
    return lines;
}

int main(void)
{
    char line[4400], folder[4096];
    int rounds;
    git_libgit2_init();
    while (fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "load %4095s %d", folder, &count) == 2) {
            for (int i = 0; i < count; i++) {
                texts[i][0] = read_file(folder, i, "base");
                texts[i][1] = read_file(folder, i, "ours");
                texts[i][2] = read_file(folder, i, "theirs");
            }
            printf("loaded\n");
        } else if (sscanf(line, "merge %d", &rounds) == 1 || sscanf(line, "diff %d", &rounds) == 1) {
            unsigned long long sum = 0;
            long long start = now();
            for (int round = 0; round < rounds; round++)
                for (int i = 0; i < count; i++)
                    sum += line[0] == 'm' ? merge_one(i) : diff_one(i);
            printf("%lld %llu\n", now() - start, sum);
        }
        fflush(stdout);
    }
    git_libgit2_shutdown();
    return 0;
}
