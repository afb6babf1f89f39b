package org.fogg.audit.fold;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.agrona.collections.Long2ObjectHashMap;
import org.fogg.audit.journal.ChainCheck;
import org.fogg.contracts.Keyspaces;
import org.jspecify.annotations.Nullable;

/** All that one georegion's journals come to. Not thread-safe. */
public final class Books {

    private final String georegion;
    private final int shards;
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<UUID, Order> orders = new HashMap<>();
    private final Map<Integer, Long2ObjectHashMap<Trade>> trades = new HashMap<>();
    private final Map<Integer, ChainCheck> chains = new HashMap<>();
    private final Transfers transfers = new Transfers();
    private long entries;
    private long tradeCount;
    private long deposited;
    private long tableCash;
    private long exchangeCash;
    private long inTransit;

    /**
     * Empty books.
     *
     * @param shards the georegion's number of shards
     */
    public Books(String georegion, int shards) {
        this.georegion = georegion;
        this.shards = shards;
    }

    Account open(UUID traderId, int shard, long at) {
        Account account = new Account(traderId, shard, at);
        accounts.put(traderId, account);
        return account;
    }

    void add(Order order) {
        orders.put(order.terms().orderId(), order);
    }

    /** Keeps a payment with its account. */
    void add(Payment payment) {
        payment.account().moved(payment);
        deposited = Math.addExact(deposited, payment.amount());
    }

    /**
     * Keeps a trade with its account and by its execution.
     *
     * @return the trade that recorded the same execution before; null for none
     */
    @Nullable Trade add(Trade trade) {
        trade.account().moved(trade);
        tradeCount++;
        return trades.computeIfAbsent(trade.exchangeId(), id -> new Long2ObjectHashMap<>())
                .putIfAbsent(trade.executionId(), trade);
    }

    void counted(ChainCheck chain) {
        chains.put(chain.shard(), chain);
        entries++;
    }

    public String georegion() {
        return georegion;
    }

    public int shards() {
        return shards;
    }

    /** The full name of one of the georegion's tables. */
    public String table(String name) {
        return Keyspaces.of(georegion) + '.' + name;
    }

    /** Money between this georegion and others. */
    public Transfers transfers() {
        return transfers;
    }

    public @Nullable Account account(UUID traderId) {
        return accounts.get(traderId);
    }

    public Collection<Account> accounts() {
        return Collections.unmodifiableCollection(accounts.values());
    }

    public @Nullable Order order(UUID orderId) {
        return orders.get(orderId);
    }

    public Collection<Order> orders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    /** The trade that recorded an exchange's execution; null for none. */
    public @Nullable Trade trade(int exchangeId, long executionId) {
        Long2ObjectHashMap<Trade> ofExchange = trades.get(exchangeId);
        return ofExchange == null ? null : ofExchange.get(executionId);
    }

    /** How the chain of a shard's rows ended; null when it has none. */
    public @Nullable ChainCheck chain(int shard) {
        return chains.get(shard);
    }

    public long entries() {
        return entries;
    }

    public long tradeCount() {
        return tradeCount;
    }

    /** Notes what the table accounts adds up to, and what the table ledger says is on its way. */
    public void counted(long cash, long onItsWay) {
        tableCash = cash;
        inTransit = onItsWay;
    }

    /** Notes what an exchange says it was paid; below 0 for what it has paid. */
    public void exchangePaid(long amount) {
        exchangeCash += amount;
    }

    /** What accounts and exchanges have, in 1/10,000. */
    public long held() {
        return tableCash + exchangeCash;
    }

    /** What is between georegions, in 1/10,000. */
    public long inTransit() {
        return inTransit;
    }

    /** All cash ever paid in, in 1/10,000. */
    public long deposited() {
        return deposited;
    }
}
