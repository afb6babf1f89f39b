package org.fogg.exchange.fault;

import java.util.SplittableRandom;

/** Decides by seed which fault hits which request or tick. Thread-safe. */
public final class Faults {

    private volatile FaultProfile profile = FaultProfile.NONE;
    private volatile boolean active;
    private SplittableRandom random = new SplittableRandom(0);

    /** What goes wrong with one request. */
    public record Hit(
            long delayMs, boolean lostAnswer, boolean refusal, boolean duplicate, boolean partial) {

        static final Hit NONE = new Hit(0, false, false, false, false);
    }

    /** The profile in force. */
    public FaultProfile profile() {
        return profile;
    }

    /** Puts a profile in force, starting its seed's sequence over. */
    public synchronized void use(FaultProfile newProfile) {
        profile = newProfile;
        random = new SplittableRandom(newProfile.seed());
        active = !newProfile.equals(FaultProfile.NONE);
    }

    /** What goes wrong with the next request. */
    public Hit nextRequest() {
        return active ? draw() : Hit.NONE;
    }

    private synchronized Hit draw() {
        return new Hit(
                happens(profile.delay()) ? profile.delayMs() : 0,
                happens(profile.lostAnswer()),
                happens(profile.refusal()),
                happens(profile.duplicate()),
                happens(profile.partialFill()));
    }

    /** Whether the next tick is published twice. */
    public boolean duplicatesTick() {
        return active && drawDuplicate();
    }

    private synchronized boolean drawDuplicate() {
        return happens(profile.duplicate());
    }

    private boolean happens(double probability) {
        return random.nextDouble() < probability;
    }
}
