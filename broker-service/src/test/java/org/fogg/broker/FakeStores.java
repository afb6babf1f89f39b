package org.fogg.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fogg.broker.admin.AdminStore;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.security.KeyStore;
import org.fogg.broker.security.StoredKey;
import org.fogg.broker.stocks.Bar;
import org.fogg.broker.stocks.BarQuery;
import org.fogg.broker.stocks.BarReads;

/** Keys, traders and bars in memory. */
final class FakeStores implements KeyStore, AdminStore, BarReads {

    private final Map<String, StoredKey> keys = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final List<UUID> traders = new ArrayList<>();
    private final Map<UUID, String> homes = new ConcurrentHashMap<>();
    private volatile UnavailableException away;
    private volatile boolean halted;
    private volatile BarQuery lastBars;

    BarQuery lastBars() {
        return lastBars;
    }

    void setAway(UnavailableException failure) {
        away = failure;
    }

    @Override
    public StoredKey find(String keyId) {
        failWhenAway();
        return revoked.contains(keyId) ? null : keys.get(keyId);
    }

    @Override
    public void add(StoredKey key) {
        failWhenAway();
        keys.put(key.caller().keyId(), key);
    }

    @Override
    public boolean revoke(String keyId) {
        failWhenAway();
        return keys.containsKey(keyId) && (revoked.add(keyId) || true);
    }

    @Override
    public Set<String> revokedLately() {
        failWhenAway();
        return Set.copyOf(revoked);
    }

    /** Makes another georegion a trader's home. */
    void setHome(UUID traderId, String georegion) {
        homes.put(traderId, georegion);
    }

    @Override
    public String home(UUID traderId) {
        failWhenAway();
        return homes.get(traderId);
    }

    @Override
    public synchronized void addTrader(UUID traderId) {
        traders.add(traderId);
    }

    @Override
    public void setHalted(boolean halted) {
        this.halted = halted;
    }

    @Override
    public boolean isHalted() {
        return halted;
    }

    @Override
    public List<Bar> bars(BarQuery query) {
        failWhenAway();
        lastBars = query;
        return List.of(new Bar(query.from(), 10_000, 12_500, 9_900, 12_000, 3));
    }

    private void failWhenAway() {
        if (away != null) {
            throw away;
        }
    }
}
