package org.fogg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fogg.audit.client.ClientRecord;
import org.fogg.audit.client.ClientSource;
import org.fogg.audit.document.DocumentSource;
import org.fogg.audit.exchange.ExchangeRecord;
import org.fogg.audit.exchange.ExchangeSource;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.journal.Decision.TransferApplied;
import org.fogg.audit.journal.Decision.TransferBarred;
import org.fogg.audit.journal.Decision.TransferEnded;
import org.fogg.audit.journal.Decision.TransferHeld;
import org.fogg.audit.journal.Decision.TransferSent;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.report.Violation;
import org.fogg.audit.world.Journals;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.TransferSteps;
import org.fogg.audit.world.World;
import org.fogg.audit.world.WorldBuilder;
import org.fogg.audit.world.Worlds;
import org.fogg.contracts.sbe.TransferOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Money between georegions is neither lost nor doubled, or the audit says so. */
class TransfersTest {

    private static final String EUROPE = "europe";
    private static final String AMERICA = "north-america";
    private static final UUID ANN = Worlds.ANN;
    private static final UUID BOB = Worlds.BOB;
    private static final UUID ID = new UUID(5, 1);

    private final WorldBuilder europe =
            new WorldBuilder(EUROPE, "").owner(0).owner(1).open(ANN, 1_000).open(BOB, 2_000);
    private final WorldBuilder america = new WorldBuilder(AMERICA, "").owner(0).owner(1);
    private ClientSource clients = nobody();

    @Test
    void shouldFindNothingWhenMoneyCame() {
        transfer(1, 300)
                .held(europe, AMERICA)
                .sent(europe)
                .applied(america, EUROPE)
                .ended(europe, TransferOutcome.APPLIED);

        assertThat(audit().violations()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenMoneyIsOnItsWay() {
        new TransferSteps(BOB, new UUID(5, 2), 1, 200).held(europe, AMERICA);
        transfer(1, 300).held(europe, AMERICA).sent(europe);

        assertThat(audit().violations()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenMoneyCameAndTheSenderDoesNotKnow() {
        transfer(1, 300).held(europe, AMERICA).sent(europe).applied(america, EUROPE);

        assertThat(audit().violations()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenATransferWasCalledBack() {
        new TransferSteps(BOB, new UUID(5, 2), 1, 200)
                .held(europe, AMERICA)
                .ended(europe, TransferOutcome.VOIDED);
        transfer(1, 300)
                .held(europe, AMERICA)
                .sent(europe)
                .barred(america, EUROPE)
                .ended(europe, TransferOutcome.VOIDED);

        assertThat(audit().violations()).isEmpty();
    }

    @Test
    void shouldBelieveACancellationWhenTheOrdersMoneyWasCalledBackAndOnlyThen() {
        transfer(1, 300).held(europe, AMERICA).ended(europe, TransferOutcome.VOIDED);

        clients = (reader, malformed) -> reader.accept(canceled(ID));
        assertThat(audit().violations()).isEmpty();
        clients = (reader, malformed) -> reader.accept(canceled(new UUID(5, 9)));
        assertThat(audit().violations())
                .extracting(Violation::kind)
                .containsExactly("order-told-wrongly");
    }

    private static ClientRecord canceled(UUID orderId) {
        return new ClientRecord(
                "run.jsonl:1",
                "run",
                ANN,
                "cancel",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                204,
                orderId,
                null,
                null);
    }

    @Test
    void shouldFindNothingWhenAnOrderWithoutMoneyWent() {
        transfer(1, 0)
                .held(europe, AMERICA)
                .sent(europe)
                .applied(america, EUROPE)
                .ended(europe, TransferOutcome.APPLIED);

        assertThat(audit().violations()).isEmpty();
    }

    @Test
    void shouldTellATransfersStepsWhenAnOrderIsAskedFor() {
        transfer(1, 300)
                .held(europe, AMERICA)
                .sent(europe)
                .applied(america, EUROPE)
                .ended(europe, TransferOutcome.APPLIED);

        String life = OrderLife.of(sources(), (georegion, reader) -> {}, ID).text();

        assertThat(life)
                .contains("transfer_held amount=0.0300 number=1 destination=north-america")
                .contains("transfer_applied")
                .contains("transfer_ended");
    }

    static Stream<String> tampering() {
        return Stream.of(
                "lost",
                "doubled",
                "unsent",
                "altered",
                "from nowhere",
                "applied twice",
                "barred after it was applied",
                "ended before it was sent",
                "sent twice",
                "wrong number",
                "ended with another amount",
                "ledger line lost");
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void shouldNameItWhenSomethingIsWrong(String what) {
        String kind = tamper(what);

        AuditReport report = audit();

        assertThat(report.violations()).extracting(Violation::kind).contains(kind);
        assertThat(report.ok()).isFalse();
    }

    private World builtEurope;
    private World builtAmerica;

    private String tamper(String what) {
        TransferSteps steps = transfer(1, 300).held(europe, AMERICA);
        switch (what) {
            case "lost" -> {
                steps.sent(europe).ended(europe, TransferOutcome.APPLIED);
                return "transfer-lost";
            }
            case "doubled" -> {
                steps.sent(europe).applied(america, EUROPE).ended(europe, TransferOutcome.VOIDED);
                return "transfer-doubled";
            }
            case "unsent" -> {
                steps.applied(america, EUROPE);
                return "transfer-unsent";
            }
            case "from nowhere" -> {
                new TransferSteps(BOB, new UUID(5, 9), 1, 100).applied(america, EUROPE);
                return "transfer-from-nowhere";
            }
            case "ended before it was sent" -> {
                steps.applied(america, EUROPE).ended(europe, TransferOutcome.APPLIED);
                return "transfer-step-wrong";
            }
            case "sent twice" -> {
                steps.sent(europe).sent(europe);
                return "transfer-step-wrong";
            }
            case "barred after it was applied" -> {
                steps.sent(europe).applied(america, EUROPE).barred(america, EUROPE);
                return "transfer-barred-applied";
            }
            default -> {
                steps.sent(europe).applied(america, EUROPE).ended(europe, TransferOutcome.APPLIED);
                builtEurope = europe.build();
                builtAmerica = america.build();
                return tamperWithBuilt(what);
            }
        }
    }

    private String tamperWithBuilt(String what) {
        switch (what) {
            case "altered" -> {
                Journals.change(
                        builtAmerica,
                        TransferApplied.class,
                        came -> Records.with(came, "amount", 299L));
                return "transfer-altered";
            }
            case "applied twice" -> {
                Journals.append(
                        builtAmerica, 0, Journals.first(builtAmerica, TransferApplied.class));
                return "transfer-applied-twice";
            }
            case "wrong number" -> {
                Journals.change(
                        builtEurope, TransferHeld.class, held -> Records.with(held, "number", 2L));
                return "transfer-number-wrong";
            }
            case "ended with another amount" -> {
                Journals.change(
                        builtEurope,
                        TransferEnded.class,
                        ended -> Records.with(ended, "amount", 301L));
                return "transfer-altered";
            }
            default -> {
                builtEurope.ledger.removeIf(row -> row.account().equals("abroad"));
                return "ledger-line-missing";
            }
        }
    }

    @Test
    void shouldNameItWhenMoneyComesThatWasBarred() {
        transfer(1, 300)
                .held(europe, AMERICA)
                .sent(europe)
                .barred(america, EUROPE)
                .applied(america, EUROPE);

        assertThat(audit().violations())
                .extracting(Violation::kind)
                .contains("transfer-applied-barred");
        assertThat(Journals.first(builtAmerica, TransferBarred.class).sender()).isEqualTo(EUROPE);
        assertThat(Journals.first(builtEurope, TransferSent.class).number()).isEqualTo(1);
    }

    private static TransferSteps transfer(long number, long amount) {
        return new TransferSteps(ANN, ID, number, amount);
    }

    private AuditReport audit() {
        return Auditor.audit(sources(), Progress.NONE, 1, () -> {});
    }

    private Sources sources() {
        if (builtEurope == null) {
            builtEurope = europe.build();
            builtAmerica = america.build();
        }
        List<Sources.Georegion> both = new ArrayList<>();
        for (World world : List.of(builtEurope, builtAmerica)) {
            both.addAll(MemorySources.of(world, nobody()).georegions());
        }
        return new Sources(
                both,
                new NoExchanges(),
                (georegion, shards) -> Map.of(),
                clients,
                DocumentSource.NONE);
    }

    private static ClientSource nobody() {
        return (reader, malformed) -> {};
    }

    private static final class NoExchanges implements ExchangeSource {

        @Override
        public List<Listing> listings(String georegion) {
            return List.of();
        }

        @Override
        public void journal(String exchangeCode, Consumer<ExchangeRecord> reader) {}
    }
}
