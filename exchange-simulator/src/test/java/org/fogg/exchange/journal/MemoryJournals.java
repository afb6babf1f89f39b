package org.fogg.exchange.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.fogg.exchange.message.MalformedMessageException;
import org.fogg.exchange.message.Records;

/** Journals in memory whose acknowledgements and failures a test decides. Thread-safe. */
public final class MemoryJournals implements Journals {

    private final Map<String, List<byte[]>> records = new HashMap<>();
    private final List<MemoryJournal> opened = new ArrayList<>();
    private boolean away;
    private boolean held;

    @Override
    public synchronized Journal open(String exchangeCode, JournalReader reader)
            throws JournalUnavailableException {
        if (away) {
            throw new JournalUnavailableException("away");
        }
        for (byte[] each : records(exchangeCode)) {
            try {
                reader.onRecord(Records.decode(each), each);
            } catch (MalformedMessageException e) {
                throw new IllegalStateException(e);
            }
        }
        MemoryJournal journal = new MemoryJournal(records(exchangeCode));
        opened.add(journal);
        return journal;
    }

    /** What the journal holds. */
    public synchronized List<byte[]> records(String exchangeCode) {
        return records.computeIfAbsent(exchangeCode, code -> new ArrayList<>());
    }

    /** Whether journals can be opened and written. */
    public synchronized void setAway(boolean isAway) {
        away = isAway;
    }

    /** Keeps acknowledgements back until {@link #release}. */
    public synchronized void hold() {
        held = true;
    }

    /** Gives the acknowledgements that were kept back. */
    public synchronized void release() {
        held = false;
        opened.forEach(journal -> journal.acknowledge(null));
    }

    /** Breaks all open journals; what was held back may or may not be in them: here it is. */
    public synchronized void breakAll() {
        opened.forEach(journal -> journal.fail(new IllegalStateException("broken")));
    }

    private final class MemoryJournal implements Journal {

        private final List<byte[]> target;
        private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
        private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);
        private boolean failed;

        private MemoryJournal(List<byte[]> target) {
            this.target = target;
        }

        @Override
        public CompletableFuture<Void> append(byte[] encoded) {
            synchronized (MemoryJournals.this) {
                latest = new CompletableFuture<>();
                if (away) {
                    fail(new IllegalStateException("away"));
                }
                if (failed) {
                    latest.completeExceptionally(new IllegalStateException("failed"));
                    return latest;
                }
                target.add(encoded);
                waiting.add(latest);
                if (!held) {
                    acknowledge(null);
                }
                return latest;
            }
        }

        private void acknowledge(Throwable error) {
            for (CompletableFuture<Void> each : waiting) {
                if (error == null) {
                    each.complete(null);
                } else {
                    each.completeExceptionally(error);
                }
            }
            waiting.clear();
        }

        @Override
        public CompletableFuture<Void> latest() {
            return latest;
        }

        @Override
        public void fail(Throwable cause) {
            synchronized (MemoryJournals.this) {
                failed = true;
                acknowledge(cause);
            }
        }

        @Override
        public boolean hasFailed() {
            synchronized (MemoryJournals.this) {
                return failed;
            }
        }

        @Override
        public void close() {
            fail(new IllegalStateException("closed"));
        }
    }
}
