package org.fogg.trader.simulate;

import java.util.ArrayList;
import java.util.List;

/** All ticks on their way, as a heap of lanes by the arrival of their next tick. */
final class TickLanes {

    private final List<List<Integer>> byExchange = new ArrayList<>();
    private final List<TickLane> lanes = new ArrayList<>();
    private int[] heap = {};
    private int[] places = {};
    private long[] nextAt = {};
    private long delivered;

    TickLanes(int exchanges) {
        for (int i = 0; i < exchanges; i++) {
            byExchange.add(new ArrayList<>());
        }
    }

    /** Adds a lane; before the first tick is sent. */
    void add(int exchange, TickLane lane) {
        int number = lanes.size();
        byExchange.get(exchange).add(number);
        lanes.add(lane);
        heap = java.util.Arrays.copyOf(heap, number + 1);
        places = java.util.Arrays.copyOf(places, number + 1);
        nextAt = java.util.Arrays.copyOf(nextAt, number + 1);
        heap[number] = number;
        places[number] = number;
        nextAt[number] = Long.MAX_VALUE;
    }

    /** Sends a tick of an exchange on all its lanes. */
    void publish(int exchange, int stock, long sequence, long price, long at) {
        List<Integer> numbers = byExchange.get(exchange);
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            TickLane lane = lanes.get(number);
            lane.send(stock, sequence, price, at);
            if (nextAt[number] == Long.MAX_VALUE) {
                nextAt[number] = lane.nextAt();
                rise(places[number]);
            }
        }
    }

    /** When the next tick arrives anywhere; {@link Long#MAX_VALUE} when none is on its way. */
    long nextAt() {
        return nextAt[heap[0]];
    }

    /** Delivers the next tick. */
    void deliverNext() {
        int number = heap[0];
        TickLane lane = lanes.get(number);
        lane.deliver();
        delivered++;
        nextAt[number] = lane.nextAt();
        sink();
    }

    /** How many ticks have arrived in all. */
    long delivered() {
        return delivered;
    }

    private void rise(int from) {
        int place = from;
        while (place > 0 && isBefore(heap[place], heap[(place - 1) / 2])) {
            swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }
    }

    private void sink() {
        int place = 0;
        int child = 1;
        while (child < heap.length) {
            if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], heap[place])) {
                return;
            }
            swap(place, child);
            place = child;
            child = 2 * place + 1;
        }
    }

    /** At one time the lane that was added first, so that every run has the same order. */
    private boolean isBefore(int lane, int other) {
        return nextAt[lane] != nextAt[other] ? nextAt[lane] < nextAt[other] : lane < other;
    }

    private void swap(int place, int other) {
        int lane = heap[place];
        heap[place] = heap[other];
        heap[other] = lane;
        places[heap[place]] = place;
        places[heap[other]] = other;
    }
}
