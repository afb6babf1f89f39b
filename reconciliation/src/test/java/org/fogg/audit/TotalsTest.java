package org.fogg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.fogg.audit.journal.Decision.OrderTraded;
import org.fogg.audit.report.Totals;
import org.fogg.audit.table.AccountRow;
import org.fogg.audit.world.Journals;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final long DEPOSITED = 155_000_000;

    private final World world = Worlds.small();

    @Test
    void shouldAddUpWhenAllLedgersAgree() {
        assertThat(totals())
                .isEqualTo(new Totals(6, 0, 0, 0, new Totals.Money(DEPOSITED, DEPOSITED, 0, 0)));
    }

    @Test
    void shouldTellTheDifferenceWhenAnAccountHoldsMore() {
        AccountRow row = world.accounts.get(0);
        world.accounts.set(0, Records.with(row, "cash", row.cash() + 7));

        assertThat(totals().money()).isEqualTo(new Totals.Money(DEPOSITED, DEPOSITED + 7, 0, -7));
    }

    @Test
    void shouldTellWhatIsOnItsWayWhenTheLedgerSaysSo() {
        var line = world.ledger.get(0);
        world.ledger.add(Records.with(Records.with(line, "account", "transit"), "amount", 11L));

        assertThat(totals().money().inTransit()).isEqualTo(11);
    }

    @Test
    void shouldCountWhatIsThereTwice() {
        world.trades.add(world.trades.get(0));

        assertThat(totals().duplicates()).isEqualTo(1);
    }

    @Test
    void shouldCountWhatIsLost() {
        Journals.change(
                world,
                Journals.with(world, OrderTraded.class),
                OrderTraded.class,
                traded -> java.util.List.of());

        assertThat(totals().lost()).isPositive();
    }

    @Test
    void shouldCountAnAcknowledgedOrderOnceWhenItIsLost() {
        String line = world.clients.get(2);
        world.clients.add(line.replace("\"market\"", "\"other\""));

        assertThat(totals().acknowledged()).isEqualTo(7);
        assertThat(totals().lost()).isEqualTo(1);
    }

    @Test
    void shouldNotTakeAnOrderForAcceptedThatIsOnItsWayToAnotherGeoregion() {
        String line = world.clients.get(2);
        String pending =
                line.replace("\"market\"", "\"other\"").replace("\"filled\"", "\"pending_new\"");
        world.clients.add(pending);

        assertThat(totals().acknowledged()).isEqualTo(6);
        assertThat(totals().lost()).isZero();
        assertThat(totals().unresolved()).isEqualTo(1);
        world.clients.add(pending.replace("200", "403"));
        assertThat(totals().unresolved()).isZero();
    }

    @Test
    void shouldCountCommandsThatNoEntryHasDecided() {
        long decided = Journals.entry(last(0)).commandOffset();
        world.commands.put(0, decided + 2);

        assertThat(totals().unresolved()).isEqualTo(2);
    }

    @Test
    void shouldCountReportsThatNoEntryHasTakenIn() {
        world.journal.stream()
                .filter(row -> row.shard() == 1)
                .toList()
                .forEach(
                        row ->
                                Journals.change(
                                        world,
                                        row,
                                        entry ->
                                                Records.with(
                                                        entry,
                                                        "exchangeMarks",
                                                        java.util.Map.of())));

        assertThat(totals().unresolved()).isEqualTo(2);
    }

    @Test
    void shouldCountARequestUntilItsClientKnowsWhatBecameOfIt() {
        String line = world.clients.get(2);
        String unanswered =
                line.replace("\"http\":200", "\"http\":503").replace("_ns\":1", "_ns\":2");

        world.clients.add(unanswered);
        long unsure = totals().unresolved();
        world.clients.remove(unanswered);
        world.clients.add(2, unanswered);

        assertThat(unsure).isEqualTo(1);
        assertThat(totals().unresolved()).isZero();
    }

    private org.fogg.audit.journal.JournalRow last(int shard) {
        return world.journal.stream()
                .filter(row -> row.shard() == shard)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private Totals totals() {
        return Audits.audit(world).totals();
    }
}
