package org.fogg.broker.shard;

/** The thread that runs an agent. */
final class AgentThread {

    private static final long LONGEST_SLEEP_NS = 5_000_000;

    private final ExecutionAgent agent;
    private final Inbox inbox;
    private final Thread thread;
    private volatile boolean running = true;

    AgentThread(ExecutionAgent agent, Inbox inbox, String name) {
        this.agent = agent;
        this.inbox = inbox;
        this.thread = new Thread(this::run, name);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (running) {
            if (agent.doWork() == 0) {
                inbox.sleep(LONGEST_SLEEP_NS);
            }
        }
    }

    /** Makes the thread end; what is left in the inbox stays undone. */
    void stop() {
        running = false;
        inbox.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
