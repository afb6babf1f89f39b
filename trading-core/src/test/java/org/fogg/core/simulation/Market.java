package org.fogg.core.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fogg.core.owner.Tick;

/** The stocks of a georegion, one at each exchange, and the topic of their ticks. */
final class Market {

    static final long INCREMENT = 100;
    static final long START = 100_0000;

    private final List<SimulatedExchange> exchanges = new ArrayList<>();
    private final List<Tick> ticks = new ArrayList<>();
    private final Map<Integer, Long> prices = new HashMap<>();
    private final VirtualTime time;

    Market(VirtualTime time, int count) {
        this.time = time;
        for (int i = 1; i <= count; i++) {
            exchanges.add(new SimulatedExchange(i, time.random()));
            prices.put(i, START);
            tick(i, START);
        }
    }

    /** Their number is also the number of their only stock, and of its partition. */
    List<SimulatedExchange> exchanges() {
        return exchanges;
    }

    SimulatedExchange exchange(int id) {
        return exchanges.get(id - 1);
    }

    /** All ticks; the place in the list gives the sequence, and is the offset in the topic. */
    List<Tick> ticks() {
        return ticks;
    }

    /** The price moves, by little or by much. */
    void move() {
        int stock = 1 + time.random().nextInt(exchanges.size());
        int reach = time.random().nextInt(10) == 0 ? 600 : 60;
        long step = (time.random().nextInt(2 * reach + 1) - reach) * INCREMENT;
        tick(stock, Math.max(INCREMENT, prices.get(stock) + step));
    }

    private void tick(int stock, long price) {
        prices.put(stock, price);
        int offset = ticks.size();
        exchange(stock).quote(stock, price, offset + 1);
        ticks.add(new Tick(stock, stock, offset + 1, price, time.now(), 0, offset));
        time.trace("tick", price);
    }

    long price(int stock) {
        return prices.get(stock);
    }
}
