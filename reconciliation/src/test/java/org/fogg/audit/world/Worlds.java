package org.fogg.audit.world;

import java.util.UUID;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;

/** Consistent worlds. */
public final class Worlds {
    /** A trader of shard 0. */
    public static final UUID ANN = inShard(0);

    /** A trader of shard 1. */
    public static final UUID BOB = inShard(1);

    /** A stock of exchange 1, XLON. */
    public static final int VOD = 10001;

    /** A stock of exchange 2, XFRA. */
    public static final int SAP = 20001;

    /** Ann buys 10 at the market: filled at once. */
    public static final Terms MARKET =
            WorldBuilder.terms(ANN, "market", VOD, Side.BUY, OrderType.MARKET, 10, 0, 0);

    /** Ann sells 4 at 105.00: 3 filled after resting, then replaced. */
    public static final Terms LIMIT =
            WorldBuilder.terms(ANN, "limit", VOD, Side.SELL, OrderType.LIMIT, 4, 1_050_000, 0);

    /** What replaces it: 1 at 104.00, filled. */
    public static final Terms REPLACEMENT =
            WorldBuilder.terms(ANN, "again", VOD, Side.SELL, OrderType.LIMIT, 1, 1_040_000, 0);

    /** Ann's stop, canceled. */
    public static final Terms STOP =
            WorldBuilder.terms(ANN, "stop", VOD, Side.BUY, OrderType.STOP, 2, 0, 1_100_000);

    /** Bob buys 5 at 50.00, filled under the shard's second owner. */
    public static final Terms BUY =
            WorldBuilder.terms(BOB, "buy", SAP, Side.BUY, OrderType.LIMIT, 5, 500_000, 0);

    /** Bob's stop that was triggered beyond its cap and rests. */
    public static final Terms RESTED =
            WorldBuilder.terms(BOB, "rested", SAP, Side.BUY, OrderType.STOP, 3, 0, 520_000);

    private Worlds() {}

    /** Two traders, two exchanges, orders of every type in every state. */
    public static World small() {
        return small("europe", "");
    }

    /** The same in a georegion and at exchanges of these names. */
    public static World small(String georegion, String codeEnding) {
        return new WorldBuilder(georegion, codeEnding)
                .list(VOD, "VOD", 1)
                .list(SAP, "SAP", 2)
                .owner(0)
                .owner(1)
                .open(ANN, 100_000_000)
                .open(BOB, 50_000_000)
                .market(MARKET, "market", 1_030_000, 5, 1_010_000)
                .floor()
                .place(LIMIT, "limit", 1_050_000, 6)
                .marks(0)
                .refusedByExchange(LIMIT.orderId(), ExecutionOutcome.REFUSED)
                .trade(LIMIT.orderId(), 3, 1_060_000, 9)
                .deposit(ANN, 5_000_000)
                .place(STOP, "stop", 1_120_000, 9)
                .close(STOP.orderId(), OrderStatus.CANCELED)
                .replace(LIMIT.orderId(), REPLACEMENT, "again")
                .trade(REPLACEMENT.orderId(), 1, 1_040_000, 12)
                .place(BUY, "buy", 500_000, 3)
                .refusedByExchange(BUY.orderId(), ExecutionOutcome.VOIDED)
                .owner(1)
                .trade(BUY.orderId(), 5, 495_000, 8)
                .refuse(BOB, "too much")
                .place(RESTED, "rested", 530_000, 9)
                .halt(1, BOB)
                .rest(RESTED.orderId())
                .halt(0, Ids.NONE)
                .build();
    }

    private static UUID inShard(int shard) {
        for (long low = 1; ; low++) {
            UUID trader = new UUID(0x4000, low);
            if (Ids.shardOf(trader, World.SHARDS) == shard) {
                return trader;
            }
        }
    }
}
