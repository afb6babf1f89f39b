package org.fogg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.fogg.audit.document.DocumentRow;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.report.Violation;
import org.fogg.audit.table.TradeRow;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documents of trades equal the trades, as sets. */
class TamperedDocumentsTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd");

    private final World world = Worlds.small();
    private final List<DocumentRow> documents = new ArrayList<>();

    @BeforeEach
    void index() {
        for (TradeRow trade : world.trades) {
            documents.add(document(trade));
        }
        world.documents = documents;
    }

    @Test
    void shouldFindNothingWhenEachTradeHasItsDocument() {
        assertThat(kinds()).isEmpty();
    }

    @Test
    void shouldCompareNothingWhenThereIsNoElasticsearch() {
        world.documents = null;

        assertThat(kinds()).isEmpty();
    }

    @Test
    void shouldNameItWhenADocumentIsMissing() {
        documents.remove(1);

        assertThat(kinds()).containsExactly("document-missing");
    }

    @Test
    void shouldNameAllTradesWhenNoDocumentIsThere() {
        documents.clear();

        assertThat(kinds()).hasSameSizeAs(world.trades).containsOnly("document-missing");
    }

    @Test
    void shouldNameItWhenADocumentIsOfNoTrade() {
        DocumentRow one = documents.get(0);
        documents.add(
                new DocumentRow(one.index(), "x:1", "x", one.exchangeId(), 99_999, 1, 10_000));

        assertThat(kinds()).containsExactly("document-besides");
    }

    @Test
    void shouldNameItWhenATradeHasTwoDocuments() {
        documents.add(documents.get(0));

        assertThat(kinds()).containsExactly("document-doubled");
    }

    @Test
    void shouldNameItWhenADocumentHasAnotherPrice() {
        DocumentRow one = documents.remove(0);
        documents.add(
                new DocumentRow(
                        one.index(),
                        one.id(),
                        one.orderId(),
                        one.exchangeId(),
                        one.executionId(),
                        one.quantity(),
                        one.price() + 1));

        assertThat(kinds()).containsExactly("document-altered");
    }

    @Test
    void shouldNotMissTradesThatAreOlderThanTheOldestDocument() {
        documents.replaceAll(
                one ->
                        new DocumentRow(
                                "fogg-trades-2100.01.01",
                                one.id(),
                                one.orderId(),
                                one.exchangeId(),
                                one.executionId(),
                                one.quantity(),
                                one.price()));
        documents.remove(0);

        assertThat(kinds()).isEmpty();
    }

    private List<String> kinds() {
        AuditReport report = Audits.audit(world);
        return report.violations().stream().map(Violation::kind).toList();
    }

    private static DocumentRow document(TradeRow trade) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(0, trade.at()), ZoneOffset.UTC);
        return new DocumentRow(
                "fogg-trades-" + day.format(DAY),
                trade.orderId() + ":2",
                trade.orderId().toString(),
                trade.exchangeId(),
                trade.executionId(),
                trade.quantity(),
                trade.price());
    }
}
