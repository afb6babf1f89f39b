package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.foreign.ForeignBrokers;

/** Another georegion, whose brokers answer when the test says so. */
final class ManualForeign implements ForeignBrokers {

    final List<Call> calls = new ArrayList<>();

    /** What was asked, and the answer to be given. */
    record Call(String georegion, Command command, CompletableFuture<CommandAnswer> answer) {}

    @Override
    public boolean isReachable(String georegion) {
        return true;
    }

    @Override
    public CompletableFuture<CommandAnswer> ask(String georegion, Command command) {
        Call call = new Call(georegion, command, new CompletableFuture<>());
        calls.add(call);
        return call.answer();
    }

    Call last() {
        return calls.get(calls.size() - 1);
    }
}
