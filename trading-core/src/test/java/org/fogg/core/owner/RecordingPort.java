package org.fogg.core.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.fogg.core.engine.Decision;
import org.fogg.core.funding.TransferRequest;

/** What an owner asked for, in order. */
final class RecordingPort implements OwnerPort<String> {

    final List<String> said = new ArrayList<>();
    final List<JournalEntry> appends = new ArrayList<>();
    final List<JournalEntry> durable = new ArrayList<>();
    final List<Answer<String>> answers = new ArrayList<>();
    final List<Attempt> executed = new ArrayList<>();
    final List<Attempt> resolved = new ArrayList<>();
    final List<TransferRequest> sent = new ArrayList<>();
    final List<TransferRequest> recalled = new ArrayList<>();
    SortedMap<Integer, Long> catchUpFrom;

    @Override
    public void decided(Decision decision) {
        said.add("decided");
    }

    @Override
    public void append(JournalEntry entry) {
        said.add("append " + entry.kind());
        appends.add(entry);
    }

    @Override
    public void durable(JournalEntry entry, List<Answer<String>> ready, long now) {
        said.add("durable");
        durable.add(entry);
        answers.addAll(ready);
    }

    @Override
    public void answer(Answer<String> answer) {
        said.add("answer");
        answers.add(answer);
    }

    @Override
    public void execute(Attempt attempt) {
        said.add("execute");
        executed.add(attempt);
    }

    @Override
    public void resolve(Attempt attempt) {
        resolved.add(attempt);
    }

    @Override
    public void logOn(int exchangeId, long epoch, long fromReport) {
        said.add("log on " + exchangeId + " epoch " + epoch + " from " + fromReport);
    }

    @Override
    public void catchUp(SortedMap<Integer, Long> offsets) {
        said.add("catch up");
        catchUpFrom = offsets;
    }

    @Override
    public void send(TransferRequest request) {
        sent.add(request);
    }

    @Override
    public void recall(TransferRequest request) {
        recalled.add(request);
    }

    @Override
    public void ready(long fromOffset) {
        said.add("ready from " + fromOffset);
    }

    @Override
    public void lost() {
        said.add("lost");
    }
}
