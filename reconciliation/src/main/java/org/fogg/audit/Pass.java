package org.fogg.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fogg.audit.client.ClientCheck;
import org.fogg.audit.document.DocumentCheck;
import org.fogg.audit.exchange.ExchangeCheck;
import org.fogg.audit.exchange.FillCheck;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.fold.Books;
import org.fogg.audit.fold.JournalFold;
import org.fogg.audit.fold.TransferCheck;
import org.fogg.audit.journal.ChainCheck;
import org.fogg.audit.report.AuditReport.Checked;
import org.fogg.audit.report.Findings;
import org.fogg.audit.report.Kinds;
import org.fogg.audit.report.Totals;
import org.fogg.audit.report.Violation;
import org.fogg.audit.table.TableChecks;
import org.fogg.contracts.Topics;

/** Reads and compares everything once. */
final class Pass {

    private final Sources sources;
    private final Progress progress;
    private final Findings findings = new Findings();
    private final Map<String, Books> books = new LinkedHashMap<>();
    private long fills;
    private long acknowledged;
    private long unresolved;

    Pass(Sources sources, Progress progress) {
        this.sources = sources;
        this.progress = progress;
    }

    /** Runs the pass; once only. */
    void run() {
        for (Sources.Georegion georegion : sources.georegions()) {
            progress.step("reading the journal of " + georegion.name());
            Books own = new Books(georegion.name(), georegion.shards());
            books.put(georegion.name(), own);
            georegion.journal().readAll(new JournalFold(own, findings)::row);
            long unseen = georegion.journal().unseen();
            if (unseen > 0) {
                progress.step(
                        unseen
                                + " entries of lost homes of "
                                + georegion.name()
                                + " were never seen by their successors, and do not count");
            }
        }
        for (Sources.Georegion georegion : sources.georegions()) {
            progress.step("comparing the tables of " + georegion.name());
            TableChecks.run(georegion.tables(), books(georegion), findings);
        }
        TransferCheck.run(books, findings);
        List<Listing> listings = new ArrayList<>();
        for (Sources.Georegion georegion : sources.georegions()) {
            listings.addAll(sources.exchanges().listings(georegion.name()));
        }
        exchanges(listings);
        clients(listings);
        commands();
        documents();
    }

    /** What differs, once the pass is over. */
    Findings findings() {
        return findings;
    }

    private Books books(Sources.Georegion georegion) {
        Books own = books.get(georegion.name());
        if (own == null) {
            throw new IllegalStateException("No journal was read of " + georegion.name());
        }
        return own;
    }

    private void exchanges(List<Listing> listings) {
        Map<Integer, String> codes = new TreeMap<>();
        Map<Integer, Set<Integer>> stocks =
                listings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Listing::exchangeId,
                                        Collectors.mapping(Listing::stockId, Collectors.toSet())));
        listings.forEach(listing -> codes.put(listing.exchangeId(), listing.exchangeCode()));
        codes.forEach(
                (exchangeId, code) -> {
                    progress.step("comparing the journal of exchange " + code);
                    ExchangeCheck check =
                            new ExchangeCheck(
                                    exchangeId,
                                    Topics.exchangeJournal(code).name(),
                                    stocks.getOrDefault(exchangeId, Set.of()),
                                    books,
                                    findings);
                    sources.exchanges().journal(code, check::record);
                    check.end();
                    fills += check.fillCount();
                    unresolved += check.missed();
                });
        books.values().forEach(own -> FillCheck.unwitnessed(own, findings));
    }

    private void clients(List<Listing> listings) {
        progress.step("comparing the clients' records");
        Map<String, Integer> stocks = new HashMap<>();
        listings.forEach(listing -> stocks.put(listing.symbol(), listing.stockId()));
        ClientCheck check = new ClientCheck(books.values(), stocks, findings);
        sources.clients().read(check::record, check::malformed);
        check.end();
        acknowledged = check.acknowledged();
        unresolved += check.unresolved();
    }

    private void commands() {
        for (Books own : books.values()) {
            sources.commands()
                    .ends(own.georegion(), own.shards())
                    .forEach(
                            (shard, end) -> {
                                ChainCheck chain = own.chain(shard);
                                unresolved += chain == null ? end : chain.undecided(end);
                            });
        }
    }

    private void documents() {
        for (Books own : books.values()) {
            progress.step("comparing the documents of " + own.georegion());
            if (!DocumentCheck.run(sources.documents(), own, findings)) {
                progress.step("the documents are not compared: there is no Elasticsearch");
            }
        }
    }

    /** What it comes to, with the violations that are reported. */
    Totals totals(Collection<Violation> reported) {
        return new Totals(
                acknowledged,
                Kinds.duplicates(reported),
                Kinds.lost(reported),
                unresolved,
                Totals.Money.of(
                        books.values().stream().mapToLong(Books::deposited).sum(),
                        books.values().stream().mapToLong(Books::held).sum(),
                        books.values().stream().mapToLong(Books::inTransit).sum()));
    }

    /** How much was looked at. */
    Checked checked() {
        return new Checked(
                books.values().stream().mapToLong(own -> own.orders().size()).sum(),
                books.values().stream().mapToLong(Books::tradeCount).sum(),
                books.values().stream().mapToLong(own -> own.accounts().size()).sum(),
                books.values().stream().mapToLong(Books::entries).sum(),
                fills);
    }
}
