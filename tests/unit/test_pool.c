// SPDX-License-Identifier: EUPL-1.2
// Tests of ordered work in parallel.
#define _GNU_SOURCE // pthread_setattr_default_np, to take the threads away
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "lib/base/pool.h"

enum { MOST_JOBS = 8, MOST_SLOTS = 32 };

struct slot {
    long number;
    long result;
};

// What one job is to do and what came of it.
struct job {
    long count;           // pieces of input
    long fail_produce_at; // -1: never
    long fail_consume_at; // -1: never
    long slow_every;      // every such piece takes long; 0: none
    long produced;
    long consumed;
    atomic_long worked;
    atomic_int at_once;
    atomic_int most_at_once;
    pthread_t caller;
};

static enum pool_supply produce(void *context, void *place) {
    struct job *job = context;
    struct slot *slot = place;
    assert_true(pthread_equal(job->caller, pthread_self()));
    if (job->produced == job->fail_produce_at)
        return POOL_FAILED;
    if (job->produced == job->count)
        return POOL_NO_MORE;
    slot->number = job->produced++;
    slot->result = -1;
    return POOL_FILLED;
}

static void rest(long nanoseconds) {
    nanosleep(&(struct timespec){.tv_nsec = nanoseconds}, NULL);
}

static void work(void *context, void *worker, void *place) {
    struct job *job = context;
    struct slot *slot = place;
    int at_once = atomic_fetch_add(&job->at_once, 1) + 1;
    if (at_once > atomic_load(&job->most_at_once))
        atomic_store(&job->most_at_once, at_once);
    if (job->slow_every && slot->number % job->slow_every == 0)
        rest(2 * 1000 * 1000);
    if (worker)
        ++*(long *)worker; // not atomic: one worker at a time has it
    slot->result = slot->number * 3;
    atomic_fetch_add(&job->worked, 1);
    atomic_fetch_sub(&job->at_once, 1);
}

static int consume(void *context, void *place) {
    struct job *job = context;
    struct slot *slot = place;
    assert_true(pthread_equal(job->caller, pthread_self()));
    assert_int_equal(slot->number, job->consumed);
    assert_int_equal(slot->result, slot->number * 3);
    if (slot->number == job->fail_consume_at)
        return -1;
    job->consumed++;
    return 0;
}

static int run_with(struct job *job, unsigned jobs, size_t slot_count, long *workers_sum) {
    struct slot slots[MOST_SLOTS];
    long counts[MOST_JOBS] = {0};
    void *workers[MOST_JOBS];
    for (int i = 0; i < MOST_JOBS; i++)
        workers[i] = &counts[i];
    assert_in_range(slot_count, 1, MOST_SLOTS);
    job->caller = pthread_self();
    const struct pool_job pool = {.produce = produce,
                                  .work = work,
                                  .consume = consume,
                                  .context = job,
                                  .jobs = jobs,
                                  .workers = workers,
                                  .slots = slots,
                                  .slot_size = sizeof *slots,
                                  .slot_count = slot_count};
    struct trouble trouble = {0};
    int outcome = pool_run(&pool, &trouble);
    assert_true(outcome == 0 || trouble.what != NULL);
    *workers_sum = 0;
    for (int i = 0; i < MOST_JOBS; i++)
        *workers_sum += counts[i];
    return outcome;
}

static void check_all(long count, unsigned jobs, size_t slot_count, long slow_every) {
    struct job job = {
        .count = count, .fail_produce_at = -1, .fail_consume_at = -1, .slow_every = slow_every};
    long sum;
    assert_int_equal(run_with(&job, jobs, slot_count, &sum), 0);
    assert_int_equal(job.consumed, count);
    assert_int_equal(atomic_load(&job.worked), count);
    assert_int_equal(sum, count);
    assert_true(atomic_load(&job.most_at_once) <= (int)(jobs ? jobs : 1));
}

static void test_order(void **state) {
    (void)state;
    for (unsigned jobs = 0; jobs <= MOST_JOBS; jobs++) {
        check_all(0, jobs, 1, 0);
        check_all(1, jobs, 1, 0);
        check_all(500, jobs, 1, 0);
        check_all(501, jobs, 3, 0);
        check_all(2000, jobs, jobs ? pool_slots(jobs) : 1, 0);
    }
}

static void test_uneven_work(void **state) {
    (void)state;
    check_all(300, 4, pool_slots(4), 7);
    check_all(60, 3, 2, 3);
    check_all(20, 8, pool_slots(8), 1);
}

static void test_in_parallel(void **state) {
    (void)state;
    struct job job = {.count = 40, .fail_produce_at = -1, .fail_consume_at = -1, .slow_every = 1};
    long sum;
    assert_int_equal(run_with(&job, 4, pool_slots(4), &sum), 0);
    assert_true(atomic_load(&job.most_at_once) > 1);
}

static void test_producer_fails(void **state) {
    (void)state;
    for (unsigned jobs = 1; jobs <= 4; jobs++) {
        struct job job = {
            .count = 100, .fail_produce_at = 42, .fail_consume_at = -1, .slow_every = 10};
        long sum;
        assert_int_equal(run_with(&job, jobs, pool_slots(jobs), &sum), -1);
        assert_int_equal(job.consumed, 42); // what was given before is still done
        struct job first = {.count = 100, .fail_produce_at = 0, .fail_consume_at = -1};
        assert_int_equal(run_with(&first, jobs, pool_slots(jobs), &sum), -1);
        assert_int_equal(first.consumed, 0);
    }
}

static void test_consumer_fails(void **state) {
    (void)state;
    for (unsigned jobs = 1; jobs <= 4; jobs++) {
        struct job job = {
            .count = 1000, .fail_produce_at = -1, .fail_consume_at = 17, .slow_every = 10};
        long sum;
        assert_int_equal(run_with(&job, jobs, pool_slots(jobs), &sum), -1);
        assert_int_equal(job.consumed, 17);
        assert_true(atomic_load(&job.worked) <= 17 + (long)pool_slots(jobs));
    }
}

static void test_no_worker_pointers(void **state) {
    (void)state;
    struct slot slots[4];
    struct job job = {
        .count = 50, .fail_produce_at = -1, .fail_consume_at = -1, .caller = pthread_self()};
    const struct pool_job pool = {.produce = produce,
                                  .work = work,
                                  .consume = consume,
                                  .context = &job,
                                  .jobs = 2,
                                  .slots = slots,
                                  .slot_size = sizeof *slots,
                                  .slot_count = 4};
    assert_int_equal(pool_run(&pool, NULL), 0);
    assert_int_equal(job.consumed, 50);
}

// Where no threads can be had the job is still done. The limit counts for others than root only,
// so this asks for stacks that no machine has: the threads fail, not the test's own memory.
static void test_no_threads(void **state) {
    (void)state;
    pthread_attr_t before;
    pthread_attr_t greedy;
    assert_int_equal(pthread_getattr_default_np(&before), 0);
    assert_int_equal(pthread_attr_init(&greedy), 0);
    assert_int_equal(pthread_attr_setstacksize(&greedy, (size_t)1 << 46), 0);
    assert_int_equal(pthread_setattr_default_np(&greedy), 0);
    check_all(100, 4, pool_slots(4), 0);
    assert_int_equal(pthread_setattr_default_np(&before), 0);
    pthread_attr_destroy(&greedy);
    pthread_attr_destroy(&before);
}

static void test_numbers(void **state) {
    (void)state;
    assert_int_equal(pool_slots(0), 1);
    assert_int_equal(pool_slots(1), 1);
    assert_int_equal(pool_slots(3), 3 * POOL_SLOTS_PER_JOB);
    assert_in_range(pool_processors(), 1, POOL_MOST_JOBS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),          cmocka_unit_test(test_uneven_work),
        cmocka_unit_test(test_in_parallel),    cmocka_unit_test(test_producer_fails),
        cmocka_unit_test(test_consumer_fails), cmocka_unit_test(test_no_worker_pointers),
        cmocka_unit_test(test_no_threads),     cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
