package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.AccountOpenedDecoder;
import org.fogg.contracts.sbe.AccountOpenedEncoder;
import org.fogg.contracts.sbe.CashDepositedDecoder;
import org.fogg.contracts.sbe.CashDepositedEncoder;
import org.fogg.contracts.sbe.EntryKind;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.HaltChangedDecoder;
import org.fogg.contracts.sbe.HaltChangedEncoder;
import org.fogg.contracts.sbe.JournalEntryDecoder;
import org.fogg.contracts.sbe.JournalEntryEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.junit.jupiter.api.Test;

class JournalMessagesGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    @Test
    void shouldEncodeJournalEntryAsAgreed() {
        JournalEntryEncoder entry = new JournalEntryEncoder().wrapAndApplyHeader(buffer, 0, header);

        entry.term(1).shard(11).sequence(4_096);
        Samples.write(entry.incarnation(), Samples.COMMAND);
        entry.kind(EntryKind.DECISIONS)
                .at(Samples.AT)
                .epoch(4_001)
                .commandOffset(9_000)
                .decisionCount(2);
        entry.commandsAboveCount(2).next().offset(9_001).next().offset(9_005);
        entry.tickMarksCount(2).next().partition(0).offset(70).next().partition(3).offset(71);
        entry.exchangeMarksCount(1).next().exchangeId(2).report(500);
        entry.reportsAboveCount(1).next().exchangeId(2).report(503);

        Golden.assertSame("journal-entry", buffer, entry.encodedLength());
    }

    @Test
    void shouldDecodeJournalEntryAsAgreed() {
        JournalEntryDecoder entry = new JournalEntryDecoder();
        entry.wrapAndApplyHeader(Golden.bytes("journal-entry"), 0, headerDecoder);

        assertThat(entry.term()).isEqualTo(1);
        assertThat(entry.shard()).isEqualTo(11);
        assertThat(entry.sequence()).isEqualTo(4_096);
        assertThat(Samples.read(entry.incarnation())).isEqualTo(Samples.COMMAND);
        assertThat(entry.kind()).isEqualTo(EntryKind.DECISIONS);
        assertThat(entry.at()).isEqualTo(Samples.AT);
        assertThat(entry.epoch()).isEqualTo(4_001);
        assertThat(entry.commandOffset()).isEqualTo(9_000);
        assertThat(entry.decisionCount()).isEqualTo(2);
        var commands = entry.commandsAbove();
        assertThat(commands.count()).isEqualTo(2);
        assertThat(commands.next().offset()).isEqualTo(9_001);
        assertThat(commands.next().offset()).isEqualTo(9_005);
        var ticks = entry.tickMarks();
        assertThat(ticks.count()).isEqualTo(2);
        assertThat(ticks.next().partition()).isZero();
        assertThat(ticks.offset()).isEqualTo(70);
        assertThat(ticks.next().partition()).isEqualTo(3);
        assertThat(ticks.offset()).isEqualTo(71);
        var marks = entry.exchangeMarks();
        assertThat(marks.count()).isEqualTo(1);
        assertThat(marks.next().exchangeId()).isEqualTo(2);
        assertThat(marks.report()).isEqualTo(500);
        var reports = entry.reportsAbove();
        assertThat(reports.count()).isEqualTo(1);
        assertThat(reports.next().exchangeId()).isEqualTo(2);
        assertThat(reports.report()).isEqualTo(503);
    }

    @Test
    void shouldEncodeAccountOpenedAsAgreed() {
        AccountOpenedEncoder opened =
                new AccountOpenedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(opened.commandId(), Samples.COMMAND);
        Samples.write(opened.traderId(), Samples.TRADER);
        opened.cash(1_000_000_000).at(Samples.AT);

        Golden.assertSame("account-opened", buffer, opened.encodedLength());
    }

    @Test
    void shouldDecodeAccountOpenedAsAgreed() {
        AccountOpenedDecoder opened = new AccountOpenedDecoder();
        opened.wrapAndApplyHeader(Golden.bytes("account-opened"), 0, headerDecoder);

        assertThat(Samples.read(opened.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(Samples.read(opened.traderId())).isEqualTo(Samples.TRADER);
        assertThat(opened.cash()).isEqualTo(1_000_000_000);
        assertThat(opened.at()).isEqualTo(Samples.AT);
    }

    @Test
    void shouldEncodeCashDepositedAsAgreed() {
        CashDepositedEncoder deposited =
                new CashDepositedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(deposited.commandId(), Samples.COMMAND);
        Samples.write(deposited.traderId(), Samples.TRADER);
        deposited.amount(50_000_000).at(Samples.AT);

        Golden.assertSame("cash-deposited", buffer, deposited.encodedLength());
    }

    @Test
    void shouldDecodeCashDepositedAsAgreed() {
        CashDepositedDecoder deposited = new CashDepositedDecoder();
        deposited.wrapAndApplyHeader(Golden.bytes("cash-deposited"), 0, headerDecoder);

        assertThat(Samples.read(deposited.commandId())).isEqualTo(Samples.COMMAND);
        assertThat(Samples.read(deposited.traderId())).isEqualTo(Samples.TRADER);
        assertThat(deposited.amount()).isEqualTo(50_000_000);
        assertThat(deposited.at()).isEqualTo(Samples.AT);
    }

    @Test
    void shouldEncodeHaltChangedAsAgreed() {
        HaltChangedEncoder halt = new HaltChangedEncoder().wrapAndApplyHeader(buffer, 0, header);

        Samples.write(halt.traderId(), Samples.TRADER);
        halt.halted(Flag.NO).at(Samples.AT);

        Golden.assertSame("halt-changed", buffer, halt.encodedLength());
    }

    @Test
    void shouldDecodeHaltChangedAsAgreed() {
        HaltChangedDecoder halt = new HaltChangedDecoder();
        halt.wrapAndApplyHeader(Golden.bytes("halt-changed"), 0, headerDecoder);

        assertThat(Samples.read(halt.traderId())).isEqualTo(Samples.TRADER);
        assertThat(halt.halted()).isEqualTo(Flag.NO);
        assertThat(halt.at()).isEqualTo(Samples.AT);
    }
}
