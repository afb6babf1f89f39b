package org.fogg.broker.command;

/** Takes answers to where they are waited for. Thread-safe; never blocks. */
public interface AnswerSink {

    /**
     * Sends an answer. It may be lost: the one who waits then learns nothing and may ask again.
     *
     * @param replyTo the instance that waits for it
     * @param shard the shard that answers
     */
    void answer(int replyTo, int shard, CommandAnswer answer);
}
