package org.fogg.launcher.dc;

import org.fogg.launcher.broker.BrokerAdmin;
import org.fogg.launcher.broker.BrokerRefusal;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;
import org.jspecify.annotations.Nullable;

/** Asks the brokers outside a data centre which one is home. */
final class HomeQuestion {

    private final World world;
    private final DataCentre dc;

    HomeQuestion(World world, DataCentre dc) {
        this.world = world;
        this.dc = dc;
    }

    /** What the first of them that answers says; null where none does. */
    BrokerAdmin.@Nullable Home ask() throws InterruptedException {
        for (WorldFile.Broker broker : dc.others()) {
            try {
                return new BrokerAdmin(broker, world.running().admin()).home();
            } catch (BrokerRefusal | WorldException e) {
                // The next one may know.
            }
        }
        return null;
    }

    /**
     * Takes the data centre a step nearer.
     *
     * @throws WorldException if none of the brokers does it, or that was not the next step
     */
    BrokerAdmin.Home rejoin(String step) throws InterruptedException {
        String why = "no broker of " + dc.georegion().name() + " answers";
        for (WorldFile.Broker broker : dc.others()) {
            try {
                BrokerAdmin.Home home =
                        new BrokerAdmin(broker, world.running().admin()).rejoin(step);
                if (home.other().equals(step) && !home.home().equals(dc.name())) {
                    return home;
                }
                why = home.home() + " is home, and the other one is " + home.other();
            } catch (BrokerRefusal | WorldException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        throw new WorldException(dc.name() + " cannot be " + step + ": " + why);
    }
}
