// SPDX-License-Identifier: EUPL-1.2
// A ring of slots: the calling thread fills and empties it, all threads work on what is in it.
#include "lib/base/pool.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/base/words.h"

// The ring. Slots are counted from the start of the job; slot n lies at n % slot_count. Always
// consumed <= started <= filled <= consumed + slot_count.
struct ring {
    const struct pool_job *job;
    pthread_mutex_t lock;
    pthread_cond_t work_there; // for the workers: a slot was filled, or `closed`
    pthread_cond_t head_done;  // for the caller: the slot it waits for was worked on
    size_t filled;
    size_t started;
    size_t consumed;
    bool closed; // no more slots will be filled
    bool *done;  // of each slot, whether its work is done
};

struct worker {
    pthread_t thread;
    struct ring *ring;
    void *context;
};

size_t pool_slots(unsigned jobs) {
    return jobs > 1 ? (size_t)jobs * POOL_SLOTS_PER_JOB : 1;
}

unsigned pool_processors(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    if (count < 1)
        return 1;
    return count > POOL_MOST_JOBS ? POOL_MOST_JOBS : (unsigned)count;
}

static void *slot_at(const struct pool_job *job, size_t number) {
    return (char *)job->slots + number % job->slot_count * job->slot_size;
}

static void *context_of(const struct pool_job *job, unsigned worker) {
    return job->workers ? job->workers[worker] : NULL;
}

// Works on the next slot that waits for it, holding the lock before and after. There must be one.
static void work_on_one(struct ring *ring, void *worker) {
    const struct pool_job *job = ring->job;
    size_t number = ring->started++;
    pthread_mutex_unlock(&ring->lock);
    job->work(job->context, worker, slot_at(job, number));
    pthread_mutex_lock(&ring->lock);
    ring->done[number % job->slot_count] = true;
    if (number == ring->consumed)
        pthread_cond_signal(&ring->head_done);
}

static void *worker_main(void *argument) {
    struct worker *worker = argument;
    struct ring *ring = worker->ring;
    pthread_mutex_lock(&ring->lock);
    for (;;) {
        while (ring->started == ring->filled && !ring->closed)
            pthread_cond_wait(&ring->work_there, &ring->lock);
        if (ring->started == ring->filled)
            break;
        work_on_one(ring, worker->context);
    }
    pthread_mutex_unlock(&ring->lock);
    return NULL;
}

static void close_ring(struct ring *ring, bool drop) {
    pthread_mutex_lock(&ring->lock);
    ring->closed = true;
    if (drop)
        ring->filled = ring->started;
    pthread_cond_broadcast(&ring->work_there);
    pthread_mutex_unlock(&ring->lock);
}

// Fills what slots are free. POOL_FILLED: there are no free ones left.
static enum pool_supply fill(struct ring *ring) {
    const struct pool_job *job = ring->job;
    // Only this thread changes `filled` and `consumed`, so it reads them without the lock.
    while (ring->filled - ring->consumed < job->slot_count) {
        enum pool_supply supply = job->produce(job->context, slot_at(job, ring->filled));
        if (supply != POOL_FILLED)
            return supply;
        pthread_mutex_lock(&ring->lock);
        ring->done[ring->filled % job->slot_count] = false;
        ring->filled++;
        pthread_cond_signal(&ring->work_there);
        pthread_mutex_unlock(&ring->lock);
    }
    return POOL_FILLED;
}

// Consumes the oldest slot. Until its work is done this thread works too, and waits only when every
// slot is in somebody's hands. 0, or -1 when the consumer failed.
static int empty_one(struct ring *ring) {
    const struct pool_job *job = ring->job;
    pthread_mutex_lock(&ring->lock);
    while (!ring->done[ring->consumed % job->slot_count]) {
        if (ring->started < ring->filled)
            work_on_one(ring, context_of(job, 0));
        else
            pthread_cond_wait(&ring->head_done, &ring->lock);
    }
    pthread_mutex_unlock(&ring->lock);
    if (job->consume(job->context, slot_at(job, ring->consumed)) != 0)
        return -1;
    pthread_mutex_lock(&ring->lock);
    ring->consumed++;
    pthread_mutex_unlock(&ring->lock);
    return 0;
}

// The calling thread's part. 0, or -1 when the producer or consumer failed.
static int feed_and_empty(struct ring *ring) {
    enum pool_supply supply = POOL_FILLED;
    int outcome = 0;
    while (outcome == 0) {
        if (supply == POOL_FILLED)
            supply = fill(ring);
        if (ring->consumed == ring->filled)
            break;
        outcome = empty_one(ring);
    }
    close_ring(ring, outcome != 0);
    return supply == POOL_FAILED ? -1 : outcome;
}

// Starts as many of the other workers as can be had; the calling thread is the first. Signals are
// left to the calling thread.
static unsigned start_workers(struct worker *workers, unsigned wanted, struct ring *ring) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0)
        return 0;
    unsigned count = 0;
    for (; count < wanted; count++) {
        workers[count] = (struct worker){.ring = ring, .context = context_of(ring->job, count + 1)};
        if (pthread_create(&workers[count].thread, NULL, worker_main, &workers[count]) != 0)
            break;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return count;
}

static int run(struct ring *ring) {
    unsigned wanted = ring->job->jobs > 1 ? ring->job->jobs - 1 : 0;
    struct worker *workers = wanted ? calloc(wanted, sizeof *workers) : NULL;
    unsigned count = workers ? start_workers(workers, wanted, ring) : 0;
    int outcome = feed_and_empty(ring);
    for (unsigned i = 0; i < count; i++)
        pthread_join(workers[i].thread, NULL);
    free(workers);
    return outcome;
}

static int make_locks(struct ring *ring) {
    int number = pthread_mutex_init(&ring->lock, NULL);
    if (number != 0)
        return number;
    number = pthread_cond_init(&ring->work_there, NULL);
    if (number == 0) {
        number = pthread_cond_init(&ring->head_done, NULL);
        if (number != 0)
            pthread_cond_destroy(&ring->work_there);
    }
    if (number != 0)
        pthread_mutex_destroy(&ring->lock);
    return number;
}

int pool_run(const struct pool_job *job, struct trouble *trouble) {
    struct ring ring = {.job = job, .done = calloc(job->slot_count, sizeof *ring.done)};
    int number = ring.done ? make_locks(&ring) : ENOMEM;
    if (number != 0) {
        free(ring.done);
        return trouble_tell(trouble, number, N_("the work cannot be shared"), NULL);
    }
    int outcome = run(&ring);
    pthread_cond_destroy(&ring.head_done);
    pthread_cond_destroy(&ring.work_there);
    pthread_mutex_destroy(&ring.lock);
    free(ring.done);
    return outcome == 0 ? 0 : trouble_tell(trouble, 0, N_("the work was broken off"), NULL);
}
